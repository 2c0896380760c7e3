package larkspur;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

/** Charges each order once, however often it is delivered. */
class Charges {

    private static final DynamoDbClient DYNAMODB = DynamoDbClient.create();

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String TABLE = System.getenv("TABLE");

    private static final long CLAIM_MILLIS = (long) (1000 * Double.parseDouble(System.getenv("CLAIM_SECONDS")));

    private final PaymentProvider provider = new PaymentProvider();

    /** Charge an order, or answer as the first time. */
    JsonNode chargeOnce(JsonNode order) {
        String key = order.get("tenantId").asText() + "#" + order.get("orderId").asText();
        String payload = fingerprint(order);
        String chargeKey = UUID.randomUUID().toString();
        Map<String, AttributeValue> earlier = claim(key, payload, chargeKey);
        if (earlier != null) {
            if (!earlier.get("payload").s().equals(payload)) {
                throw new DifferentPayload("Order " + key + " came again with other values");
            }
            if (earlier.get("status").s().equals("COMPLETED")) {
                return parse(earlier.get("answer").s());
            }
            if (Long.parseLong(earlier.get("claimedUntil").n()) > System.currentTimeMillis()) {
                throw new InProgress("Order " + key + " is being charged by another delivery");
            }
            chargeKey = takeOver(key, earlier);
        }
        try {
            ObjectNode answer = answer(order, this.provider.charge(order, chargeKey));
            complete(key, answer);
            return answer;
        }
        finally {
            // Leave nothing behind that could block the next delivery.
            DYNAMODB.deleteItem((delete) -> delete.tableName(TABLE).key(Map.of("pk", fromS(key))));
        }
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

    /** Claim an order in one step; return the item that is there already if it cannot be claimed. */
    private static Map<String, AttributeValue> claim(String key, String payload, String chargeKey) {
        long until = System.currentTimeMillis() + CLAIM_MILLIS;
        try {
            DYNAMODB.putItem((put) -> put.tableName(TABLE)
                .item(Map.of("pk", fromS(key), "status", fromS("IN_PROGRESS"), "payload", fromS(payload), "chargeKey",
                        fromS(chargeKey), "claimedUntil", fromN(String.valueOf(until))))
                .conditionExpression("attribute_not_exists(pk)")
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return null;
        }
        catch (ConditionalCheckFailedException refused) {
            return refused.item();
        }
    }

    /** Take over a dead claim with its key for the provider. */
    private static String takeOver(String key, Map<String, AttributeValue> earlier) {
        String until = String.valueOf(System.currentTimeMillis() + CLAIM_MILLIS);
        DYNAMODB.updateItem((update) -> update.tableName(TABLE)
            .key(Map.of("pk", fromS(key)))
            .updateExpression("SET claimedUntil = :until")
            .conditionExpression("claimedUntil = :before")
            .expressionAttributeValues(Map.of(":until", fromN(until), ":before", earlier.get("claimedUntil"))));
        return earlier.get("chargeKey").s();
    }

    /** Keep the answer, so that a duplicate gets the same one. */
    private static void complete(String key, ObjectNode answer) {
        DYNAMODB.updateItem((update) -> update.tableName(TABLE)
            .key(Map.of("pk", fromS(key)))
            .updateExpression("SET #status = :completed, answer = :answer")
            .expressionAttributeNames(Map.of("#status", "status"))
            .expressionAttributeValues(
                    Map.of(":completed", fromS("COMPLETED"), ":answer", fromS(answer.toString()))));
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

    /** Another delivery of the order is being worked on. */
    static class InProgress extends RuntimeException {
        InProgress(String message) {
            super(message);
        }
    }

    /** The order was seen before, with other values. */
    static class DifferentPayload extends RuntimeException {
        DifferentPayload(String message) {
            super(message);
        }
    }

}
