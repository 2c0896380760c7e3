package larkspur;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Talks to the payment provider. */
class PaymentProvider {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final URI CHARGES = URI.create(System.getenv("PSP_URL") + "/charges");

    /** Asks for one charge and returns its id. */
    String charge(Map<String, Object> order, String key) {
        HttpRequest request = HttpRequest.newBuilder(CHARGES)
            .timeout(Duration.ofSeconds(5))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + key)
            .POST(HttpRequest.BodyPublishers.ofString(body(order)))
            .build();
        return send(request);
    }

    private static String body(Map<String, Object> order) {
        ObjectNode body = JSON.createObjectNode();
        for (String name : new String[] { "orderId", "tenantId", "amount", "currency" }) {
            body.set(name, JSON.valueToTree(order.get(name)));
        }
        return body.toString();
    }

    private static String send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 201) {
                throw new ChargeFailed(response.statusCode());
            }
            return JSON.readTree(response.body()).get("chargeId").asText();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** The provider charged nothing. */
    static class ChargeFailed extends RuntimeException {

        private final int status;

        ChargeFailed(int status) {
            super("The payment provider answered " + status);
            this.status = status;
        }

        /** Tells whether the key was the reason. */
        boolean isKeyRefused() {
            return this.status == 401;
        }

    }

}
