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
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

/** Charges each order once, with a ledger whose entries are written together with the claims. */
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
        Map<String, AttributeValue> earlier = openEntry(order, key, payload);
        if (earlier == null) {
            ObjectNode answer = answer(order, this.provider.charge(order, key));
            bookEntry(key, answer);
            return answer;
        }
        if (!earlier.get("payload").s().equals(payload)) {
            throw new DifferentPayload("Order " + key + " came again with other values");
        }
        if (earlier.get("status").s().equals("COMPLETED")) {
            return parse(earlier.get("answer").s());
        }
        throw new InProgress("Order " + key + " is being charged by another delivery");
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

    /** Write claim and ledger entry together; return the claim that is there already if that fails. */
    private static Map<String, AttributeValue> openEntry(JsonNode order, String key, String payload) {
        long now = System.currentTimeMillis();
        Put claim = Put.builder()
            .tableName(TABLE)
            .item(Map.of("pk", fromS("CLAIM#" + key), "status", fromS("IN_PROGRESS"), "payload", fromS(payload),
                    "claimedUntil", fromN(String.valueOf(now + CLAIM_MILLIS))))
            .conditionExpression("attribute_not_exists(pk)"
                    + " OR (#status = :inProgress AND claimedUntil < :now AND payload = :payload)")
            .expressionAttributeNames(Map.of("#status", "status"))
            .expressionAttributeValues(Map.of(":inProgress", fromS("IN_PROGRESS"), ":now", fromN(String.valueOf(now)),
                    ":payload", fromS(payload)))
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
        Put entry = Put.builder()
            .tableName(TABLE)
            .item(Map.of("pk", fromS("LEDGER#" + key), "status", fromS("OPEN"), "amount",
                    fromN(order.get("amount").asText()), "currency", fromS(order.get("currency").asText())))
            .build();
        try {
            DYNAMODB.transactWriteItems(
                    (write) -> write.transactItems((item) -> item.put(claim), (item) -> item.put(entry)));
            return null;
        }
        catch (TransactionCanceledException cancelled) {
            CancellationReason reason = cancelled.cancellationReasons().get(0);
            if ("ConditionalCheckFailed".equals(reason.code())) {
                return reason.item();
            }
            throw cancelled;
        }
    }

    /** Complete claim and ledger entry together. */
    private static void bookEntry(String key, ObjectNode answer) {
        Update claim = Update.builder()
            .tableName(TABLE)
            .key(Map.of("pk", fromS("CLAIM#" + key)))
            .updateExpression("SET #status = :completed, answer = :answer")
            .expressionAttributeNames(Map.of("#status", "status"))
            .expressionAttributeValues(Map.of(":completed", fromS("COMPLETED"), ":answer", fromS(answer.toString())))
            .build();
        Update entry = Update.builder()
            .tableName(TABLE)
            .key(Map.of("pk", fromS("LEDGER#" + key)))
            .updateExpression("SET #status = :booked, chargeId = :chargeId")
            .expressionAttributeNames(Map.of("#status", "status"))
            .expressionAttributeValues(
                    Map.of(":booked", fromS("BOOKED"), ":chargeId", fromS(answer.get("chargeId").asText())))
            .build();
        DYNAMODB.transactWriteItems(
                (write) -> write.transactItems((item) -> item.update(claim), (item) -> item.update(entry)));
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
