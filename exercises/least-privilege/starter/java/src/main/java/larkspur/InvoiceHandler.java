package larkspur;

import java.util.Map;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Writes the invoice of an order. */
public class InvoiceHandler implements RequestHandler<Map<String, String>, Map<String, String>> {

    private static final String ORDERS = System.getenv("ORDERS");

    private static final String VAT = System.getenv("VAT");

    private static final String DOCUMENTS = System.getenv("DOCUMENTS");

    private final DynamoDbClient dynamoDb = DynamoDbClient.create();

    private final SsmClient ssm = SsmClient.create();

    private final S3Client s3 = S3Client.create();

    /** Writes one invoice. Lambda records what fails: see the destination in the template. */
    @Override
    public Map<String, String> handleRequest(Map<String, String> event, Context context) {
        String orderId = event.get("orderId");
        Map<String, AttributeValue> order = this.dynamoDb
            .getItem(request -> request.tableName(ORDERS).key(Map.of("orderId", AttributeValue.fromS(orderId))))
            .item();
        if (order.isEmpty()) {
            throw new IllegalArgumentException("There is no order " + orderId);
        }
        String vat = this.ssm.getParameter(request -> request.name(VAT)).parameter().value();
        String key = "invoices/" + order.get("tenantId").s() + "/" + orderId + ".json";
        String invoice = "{\"orderId\": \"%s\", \"pieces\": %s, \"vat\": \"%s\"}".formatted(orderId,
                order.get("pieces").n(), vat);
        this.s3.putObject(request -> request.bucket(DOCUMENTS).key(key), RequestBody.fromString(invoice));
        return Map.of("key", key);
    }

}
