package larkspur;

import java.util.List;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

/** Confirms orders by mail. */
public class NotifyHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final MailService mails = new MailService();

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        for (SQSMessage message : event.getRecords()) {
            try {
                this.mails.confirm(message.getBody());
            }
            catch (Exception e) {
                throw new IllegalStateException("Message " + message.getMessageId() + " failed", e);
            }
        }
        return new SQSBatchResponse(List.of());
    }

}
