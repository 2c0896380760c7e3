package larkspur;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Charges each order once, however often it is delivered. */
class Charges {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, Charged> SEEN = new ConcurrentHashMap<>();

    private final PaymentProvider provider = new PaymentProvider();

    /** Charge an order, or answer as the first time. */
    JsonNode chargeOnce(JsonNode order) {
        String key = order.get("tenantId").asText() + "#" + order.get("orderId").asText();
        String payload = fingerprint(order);
        Charged earlier = SEEN.get(key);
        if (earlier == null) {
            ObjectNode answer = answer(order, this.provider.charge(order));
            SEEN.put(key, new Charged(payload, answer));
            return answer;
        }
        if (!earlier.payload().equals(payload)) {
            throw new DifferentPayload("Order " + key + " came again with other values");
        }
        return earlier.answer();
    }

    /** Reduce what is to be charged to a text that can be compared. */
    private static String fingerprint(JsonNode order) {
        try {
            String values = order.get("amount").asText() + " " + order.get("currency").asText();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(values.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static ObjectNode answer(JsonNode order, JsonNode receipt) {
        return JSON.createObjectNode()
            .put("orderId", order.get("orderId").asText())
            .put("status", "CHARGED")
            .put("chargeId", receipt.get("chargeId").asText())
            .put("amount", receipt.get("amount").asLong());
    }

    /** What was charged, and what was answered. */
    private record Charged(String payload, ObjectNode answer) {
    }

    /** The order was seen before, with other values. */
    static class DifferentPayload extends RuntimeException {
        DifferentPayload(String message) {
            super(message);
        }
    }

}
