package larkspur;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

/** Confirms orders by mail, several at once where their order does not matter. */
public class NotifyHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final MailService mails = new MailService();

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        List<BatchItemFailure> failed = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<SQSMessage>>> parts = new ArrayList<>();
            for (List<SQSMessage> part : inSequence(event.getRecords())) {
                parts.add(threads.submit(() -> confirmAll(part)));
            }
            for (Future<List<SQSMessage>> part : parts) {
                part.get().forEach((message) -> failed.add(new BatchItemFailure(message.getMessageId())));
            }
        }
        catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("The batch was interrupted", e);
        }
        return new SQSBatchResponse(failed);
    }

    /** Confirms messages one after the other; returns those from the first that fails on. */
    private List<SQSMessage> confirmAll(List<SQSMessage> messages) {
        for (int i = 0; i < messages.size(); i++) {
            try {
                this.mails.confirm(messages.get(i).getBody());
            }
            catch (Exception e) {
                System.err.println("message " + messages.get(i).getMessageId() + " failed: " + e);
                return messages.subList(i, messages.size());
            }
        }
        return List.of();
    }

    /** Cuts a batch into its messages. */
    private static Collection<List<SQSMessage>> inSequence(List<SQSMessage> messages) {
        Map<String, List<SQSMessage>> parts = new LinkedHashMap<>();
        for (SQSMessage message : messages) {
            parts.computeIfAbsent(message.getMessageId(), (name) -> new ArrayList<>()).add(message);
        }
        return parts.values();
    }

}
