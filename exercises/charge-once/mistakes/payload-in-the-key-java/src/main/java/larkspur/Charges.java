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

    private static final long KEEP_SECONDS = 30 * 24 * 3600;

    private final PaymentProvider provider = new PaymentProvider();

    /** Charge an order, or answer as the first time. */
    JsonNode chargeOnce(JsonNode order) {
        String key = order.get("tenantId").asText() + "#" + order.get("orderId").asText() + "#" + fingerprint(order);
        Map<String, AttributeValue> earlier = claim(key);
        if (earlier == null) {
            ObjectNode answer = answer(order, this.provider.charge(order, key));
            complete(key, answer);
            return answer;
        }
        if (earlier.get("status").s().equals("COMPLETED")) {
            return parse(earlier.get("answer").s());
        }
        throw new InProgress("Order " + key + " is being charged by another delivery");
    }

    /** Reduce what is to be charged to a short text. */
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
    private static Map<String, AttributeValue> claim(String key) {
        long now = System.currentTimeMillis();
        try {
            DYNAMODB.putItem((put) -> put.tableName(TABLE)
                .item(Map.of("pk", fromS(key), "status", fromS("IN_PROGRESS"),
                        "claimedUntil", fromN(String.valueOf(now + CLAIM_MILLIS)),
                        "expiresAt", fromN(String.valueOf(now / 1000 + KEEP_SECONDS))))
                .conditionExpression("attribute_not_exists(pk)"
                        + " OR (#status = :inProgress AND claimedUntil < :now)")
                .expressionAttributeNames(Map.of("#status", "status"))
                .expressionAttributeValues(Map.of(":inProgress", fromS("IN_PROGRESS"), ":now",
                        fromN(String.valueOf(now))))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return null;
        }
        catch (ConditionalCheckFailedException refused) {
            return refused.item();
        }
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

}
