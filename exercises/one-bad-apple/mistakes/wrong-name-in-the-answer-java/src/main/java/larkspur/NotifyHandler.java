package larkspur;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

/** Confirms orders by mail, and names those that have to come again. */
public class NotifyHandler implements RequestHandler<SQSEvent, Map<String, List<Map<String, String>>>> {

    private final MailService mails = new MailService();

    @Override
    public Map<String, List<Map<String, String>>> handleRequest(SQSEvent event, Context context) {
        List<Map<String, String>> failed = new ArrayList<>();
        Set<String> stopped = new HashSet<>();
        for (SQSMessage message : event.getRecords()) {
            if (stopped.contains(group(message))) {
                failed.add(Map.of("messageId", message.getMessageId()));
            }
            else if (!isConfirmed(message)) {
                failed.add(Map.of("messageId", message.getMessageId()));
                stopped.add(group(message));
            }
        }
        return Map.of("batchItemFailures", failed);
    }

    private boolean isConfirmed(SQSMessage message) {
        try {
            this.mails.confirm(message.getBody());
            return true;
        }
        catch (Exception e) {
            System.err.println("message " + message.getMessageId() + " failed: " + e);
            return false;
        }
    }

    /** Names the group whose order has to be kept; each message of a standard queue is one of its own. */
    private static String group(SQSMessage message) {
        boolean isFifo = message.getEventSourceArn().endsWith(".fifo");
        return isFifo ? message.getAttributes().get("MessageGroupId") : message.getMessageId();
    }

}
