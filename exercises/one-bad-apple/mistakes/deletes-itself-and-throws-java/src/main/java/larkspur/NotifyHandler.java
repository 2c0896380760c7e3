package larkspur;

import java.util.ArrayList;
import java.util.List;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Confirms orders by mail, and deletes their messages. */
public class NotifyHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final MailService mails = new MailService();

    private final SqsClient sqs = SqsClient.create();

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        List<SQSMessage> messages = event.getRecords();
        if (messages.get(0).getEventSourceArn().endsWith(".fifo")) {
            return confirmInSequence(messages);
        }
        List<String> failed = new ArrayList<>();
        for (SQSMessage message : messages) {
            if (isConfirmed(message)) {
                delete(message);
            }
            else {
                failed.add(message.getMessageId());
            }
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException(failed.size() + " orders failed: " + failed);
        }
        return new SQSBatchResponse(List.of());
    }

    private SQSBatchResponse confirmInSequence(List<SQSMessage> messages) {
        List<BatchItemFailure> failed = new ArrayList<>();
        for (SQSMessage message : messages) {
            if (!failed.isEmpty() || !isConfirmed(message)) {
                failed.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failed);
    }

    private void delete(SQSMessage message) {
        String[] arn = message.getEventSourceArn().split(":");
        try {
            String url = this.sqs.getQueueUrl((request) -> request.queueName(arn[5]).queueOwnerAWSAccountId(arn[4]))
                .queueUrl();
            this.sqs.deleteMessage((request) -> request.queueUrl(url).receiptHandle(message.getReceiptHandle()));
        }
        catch (SdkException e) {
            System.err.println("message " + message.getMessageId() + " could not be deleted: " + e);
        }
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

}
