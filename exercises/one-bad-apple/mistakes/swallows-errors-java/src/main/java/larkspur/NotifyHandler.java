package larkspur;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

/** Confirms orders by mail. */
public class NotifyHandler implements RequestHandler<SQSEvent, Void> {

    private final MailService mails = new MailService();

    @Override
    public Void handleRequest(SQSEvent event, Context context) {
        for (SQSMessage message : event.getRecords()) {
            try {
                this.mails.confirm(message.getBody());
            }
            catch (Exception e) {
                System.err.println("message " + message.getMessageId() + " failed: " + e);
            }
        }
        return null;
    }

}
