package larkspur;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

/** Confirms orders by mail, and names those that have to come again. */
public class NotifyHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final MailService mails = new MailService();

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        List<BatchItemFailure> failed = new ArrayList<>();
        Set<String> stopped = new HashSet<>();
        for (SQSMessage message : event.getRecords()) {
            if (stopped.contains(group(message))) {
                failed.add(new BatchItemFailure(message.getMessageId()));
            }
            else if (!isConfirmed(message)) {
                failed.add(new BatchItemFailure(message.getMessageId()));
                stopped.add(group(message));
            }
        }
        return new SQSBatchResponse(failed);
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
