package larkspur;

import java.util.Map;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Makes payouts. LK-117: one of its keys was found in a public repository. */
public class PayoutsHandler implements RequestHandler<Map<String, String>, Map<String, Object>> {

    private static final String SUMS = System.getenv("SUMS");

    private static final String TRANSFERS = System.getenv("TRANSFERS");

    private static final String BANK_REGION = System.getenv("BANK_REGION");

    private static final String LIMIT = System.getenv("LIMIT");

    // For the demo.
    private static final StaticCredentialsProvider DEMO = StaticCredentialsProvider.create(
            AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));

    private static final StaticCredentialsProvider BANK = StaticCredentialsProvider.create(
            AwsBasicCredentials.create(System.getenv("BANK_KEY_ID"), System.getenv("BANK_SECRET")));

    private final DynamoDbClient dynamoDb = DynamoDbClient.builder().credentialsProvider(DEMO).build();

    private final SqsClient sqs = SqsClient.builder().credentialsProvider(DEMO).build();

    private final SsmClient ssm = SsmClient.builder()
        .credentialsProvider(BANK)
        .region(Region.of(BANK_REGION))
        .build();

    /** Pays a sum out, up to the limit of the bank. */
    @Override
    public Map<String, Object> handleRequest(Map<String, String> event, Context context) {
        String payoutId = event.get("payoutId");
        Map<String, AttributeValue> key = Map.of("payoutId", AttributeValue.fromS(payoutId));
        int sum = Integer.parseInt(
                this.dynamoDb.getItem(request -> request.tableName(SUMS).key(key)).item().get("sum").n());
        int limit = Integer.parseInt(this.ssm.getParameter(request -> request.name(LIMIT)).parameter().value());
        int amount = Math.min(sum, limit);
        this.sqs.sendMessage(request -> request.queueUrl(TRANSFERS)
            .messageBody("{\"payoutId\": \"%s\", \"amount\": %d}".formatted(payoutId, amount)));
        this.dynamoDb.updateItem(request -> request.tableName(SUMS)
            .key(key)
            .updateExpression("SET paid = :amount")
            .expressionAttributeValues(Map.of(":amount", AttributeValue.fromN(String.valueOf(amount)))));
        return Map.of("payoutId", payoutId, "amount", amount);
    }

}
