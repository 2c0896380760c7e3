package larkspur;

import java.util.Map;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Confirms orders that come through a queue. */
public class NotifyHandler implements RequestHandler<SQSEvent, Void> {

    private static final String ORDERS = System.getenv("ORDERS");

    private static final String INDEX = "byCustomer";

    private static final String MAIL_KEY = System.getenv("MAIL_KEY");

    private static final String UNDELIVERABLE = System.getenv("UNDELIVERABLE");

    private final ObjectMapper json = new ObjectMapper();

    private final DynamoDbClient dynamoDb = DynamoDbClient.create();

    private final SecretsManagerClient secrets = SecretsManagerClient.create();

    private final SqsClient sqs = SqsClient.create();

    /** Confirms the orders of a batch. */
    @Override
    public Void handleRequest(SQSEvent event, Context context) {
        for (SQSMessage message : event.getRecords()) {
            confirm(message.getBody());
        }
        return null;
    }

    /** Confirms an order, or hands it to the people at the service desk. */
    private void confirm(String body) {
        JsonNode order = read(body);
        String customer = order.path("customerId").asText("");
        if (customer.isEmpty()) {
            this.sqs.sendMessage(request -> request.queueUrl(UNDELIVERABLE).messageBody(body));
            return;
        }
        String key = this.secrets.getSecretValue(request -> request.secretId(MAIL_KEY)).secretString();
        int orders = this.dynamoDb.query(request -> request.tableName(ORDERS)
            .indexName(INDEX)
            .keyConditionExpression("customerId = :customer")
            .expressionAttributeValues(Map.of(":customer", AttributeValue.fromS(customer)))
            .select(Select.COUNT)).count();
        String orderId = order.path("orderId").asText();
        mail(key, orderId, orders);
        this.dynamoDb.updateItem(request -> request.tableName(ORDERS)
            .key(Map.of("orderId", AttributeValue.fromS(orderId)))
            .updateExpression("SET confirmed = :number")
            .expressionAttributeValues(Map.of(":number", AttributeValue.fromN(String.valueOf(orders)))));
    }

    /** Pretends to mail: the mail service is no part of this exercise. */
    private void mail(String key, String orderId, int orders) {
        System.out.println("order " + orderId + " confirmed with a key of " + key.length() + " characters, " + orders
                + " orders so far");
    }

    private JsonNode read(String body) {
        try {
            return this.json.readTree(body);
        }
        catch (JsonProcessingException e) {
            throw new IllegalStateException("The order is no JSON", e);
        }
    }

}
