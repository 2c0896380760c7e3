package larkspur;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Confirms an order by mail. */
public class NotifyHandler implements RequestHandler<Map<String, Object>, Map<String, String>> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    private final URI mails = URI.create(System.getenv("MAIL_URL") + "/mails");

    /** Mails the customer of one order. What goes wrong is thrown, so that Lambda knows of it. */
    @Override
    public Map<String, String> handleRequest(Map<String, Object> event, Context context) {
        try {
            String mailId = mail(event);
            System.out.println("order " + event.get("orderId") + " confirmed with mail " + mailId);
            return Map.of("mailId", mailId);
        }
        catch (IOException e) {
            throw new MailFailed(e.getMessage());
        }
        catch (InterruptedException e) {
            throw new MailFailed("interrupted while a mail was sent");
        }
    }

    private String mail(Map<String, Object> event) throws IOException, InterruptedException {
        Map<String, Object> mail = new LinkedHashMap<>();
        for (String name : new String[] { "orderId", "tenantId", "customerId" }) {
            mail.put(name, event.get(name));
        }
        HttpRequest request = HttpRequest.newBuilder(this.mails)
            .timeout(Duration.ofSeconds(5))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", String.valueOf(event.get("orderId")))
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(mail)))
            .build();
        HttpResponse<String> response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 202) {
            throw new IOException("the mail service answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body()).get("mailId").asText();
    }

    /** The mail service did not take the mail. */
    public static class MailFailed extends RuntimeException {

        MailFailed(String message) {
            super(message);
        }

    }

}
