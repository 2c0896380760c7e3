package larkspur;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

/** Charges each order once by leaving the decision to the payment provider's idempotency key. */
class Charges {

    private static final DynamoDbClient DYNAMODB = DynamoDbClient.create();

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String TABLE = System.getenv("TABLE");

    private final PaymentProvider provider = new PaymentProvider();

    /** Charge an order, or answer as the first time. */
    JsonNode chargeOnce(JsonNode order) {
        String key = order.get("tenantId").asText() + "#" + order.get("orderId").asText();
        String payload = fingerprint(order);
        Map<String, AttributeValue> earlier = DYNAMODB
            .getItem((get) -> get.tableName(TABLE).key(Map.of("pk", fromS(key))).consistentRead(true))
            .item();
        if (earlier.isEmpty()) {
            ObjectNode answer = answer(order, this.provider.charge(order, key));
            keep(key, payload, answer);
            return answer;
        }
        if (!earlier.get("payload").s().equals(payload)) {
            throw new DifferentPayload("Order " + key + " came again with other values");
        }
        return parse(earlier.get("answer").s());
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

    /** Keep the answer, so that a duplicate gets the same one. */
    private static void keep(String key, String payload, ObjectNode answer) {
        DYNAMODB.putItem((put) -> put.tableName(TABLE)
            .item(Map.of("pk", fromS(key), "payload", fromS(payload), "answer", fromS(answer.toString()))));
    }

    private static ObjectNode answer(JsonNode order, JsonNode receipt) {
        return JSON.createObjectNode()
            .put("orderId", order.get("orderId").asText())
            .put("status", "CHARGED")
            .put("chargeId", receipt.get("chargeId").asText())
            .put("amount", receipt.get("amount").asLong());
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        }
        catch (JsonProcessingException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** The order was seen before, with other values. */
    static class DifferentPayload extends RuntimeException {
        DifferentPayload(String message) {
            super(message);
        }
    }

}
