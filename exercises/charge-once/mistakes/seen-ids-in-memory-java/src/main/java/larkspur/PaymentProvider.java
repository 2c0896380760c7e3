package larkspur;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Talks to the payment provider. */
class PaymentProvider {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final URI CHARGES = URI.create(System.getenv("PSP_URL") + "/charges");

    /** Ask for one charge. */
    JsonNode charge(JsonNode order) {
        HttpRequest request = HttpRequest.newBuilder(CHARGES)
            .timeout(Duration.ofSeconds(5))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body(order)))
            .build();
        return send(request);
    }

    private static String body(JsonNode order) {
        ObjectNode body = JSON.createObjectNode();
        for (String name : new String[] { "orderId", "tenantId", "amount", "currency" }) {
            body.set(name, order.get(name));
        }
        return body.toString();
    }

    private static JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("The provider answered " + response.statusCode());
            }
            return JSON.readTree(response.body());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
