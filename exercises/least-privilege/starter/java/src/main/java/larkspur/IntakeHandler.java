package larkspur;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Takes orders in: keeps them, and has them confirmed. */
public class IntakeHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private static final String ORDERS = System.getenv("ORDERS");

    private static final String CONFIRMATIONS = System.getenv("CONFIRMATIONS");

    private static final String ALERTS = System.getenv("ALERTS");

    private static final int MANY = 100;

    private final ObjectMapper json = new ObjectMapper();

    private final DynamoDbClient dynamoDb = DynamoDbClient.create();

    private final SqsClient sqs = SqsClient.create();

    private final SnsClient sns = SnsClient.create();

    /** Takes one order in. */
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> order, Context context) {
        int pieces = ((List<?>) order.get("lines")).stream()
            .mapToInt(line -> ((Number) ((Map<?, ?>) line).get("qty")).intValue())
            .sum();
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("pieces", AttributeValue.fromN(String.valueOf(pieces)));
        for (String name : List.of("orderId", "tenantId", "customerId")) {
            if (order.get(name) instanceof String text && !text.isEmpty()) {
                item.put(name, AttributeValue.fromS(text));
            }
        }
        this.dynamoDb.putItem(request -> request.tableName(ORDERS).item(item));
        String message = write(order);
        this.sqs.sendMessage(request -> request.queueUrl(CONFIRMATIONS).messageBody(message));
        if (pieces >= MANY) {
            this.sns.publish(request -> request.topicArn(ALERTS)
                .message("order " + order.get("orderId") + " has " + pieces + " pieces"));
        }
        return Map.of("orderId", order.get("orderId"), "pieces", pieces);
    }

    private String write(Map<String, Object> order) {
        try {
            return this.json.writeValueAsString(order);
        }
        catch (JsonProcessingException e) {
            throw new IllegalStateException("The order cannot be written as JSON", e);
        }
    }

}
