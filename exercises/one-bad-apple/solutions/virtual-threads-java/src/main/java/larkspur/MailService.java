package larkspur;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The mail service of Larkspur Market. */
class MailService {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    private final URI mails = URI.create(System.getenv("MAIL_URL") + "/mails");

    /**
     * Mails the customer that the order has arrived.
     * @param body the order as JSON text
     */
    void confirm(String body) throws IOException, InterruptedException {
        JsonNode order = JSON.readTree(body);
        Map<String, String> mail = Map.of("orderId", text(order, "orderId"), "tenantId", text(order, "tenantId"),
                "customerId", text(order, "customerId"));
        HttpRequest request = HttpRequest.newBuilder(this.mails)
            .timeout(Duration.ofSeconds(5))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(mail)))
            .build();
        HttpResponse<String> response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 202) {
            throw new IOException("The mail service answered " + response.statusCode() + ": " + response.body());
        }
        String mailId = JSON.readTree(response.body()).get("mailId").asText();
        System.out.println("order " + mail.get("orderId") + " confirmed with mail " + mailId);
    }

    private static String text(JsonNode order, String field) {
        if (!order.hasNonNull(field)) {
            throw new IllegalArgumentException("The order has no " + field);
        }
        return order.get(field).asText();
    }

}
