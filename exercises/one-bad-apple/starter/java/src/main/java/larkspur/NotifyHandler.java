package larkspur;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

/** Confirms orders by mail. LK-125: nine customers got the same mail ten times. */
public class NotifyHandler implements RequestHandler<SQSEvent, Void> {

    private final MailService mails = new MailService();

    @Override
    public Void handleRequest(SQSEvent event, Context context) {
        for (SQSMessage message : event.getRecords()) {
            confirm(message);
        }
        return null;
    }

    private void confirm(SQSMessage message) {
        try {
            this.mails.confirm(message.getBody());
        }
        catch (Exception e) {
            throw new IllegalStateException("Message " + message.getMessageId() + " failed", e);
        }
    }

}
