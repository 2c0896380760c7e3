package academy.coldstart.functions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A function that does what most functions do, so that the JVM notes which classes that
 * needs and keeps them ready. Not more than that: every class that is kept ready takes
 * memory in every function. It talks to a server that answers anything with an empty
 * object, so some calls fail; that does not matter.
 */
public final class Rehearsal implements RequestHandler<Map<String, Object>, Map<String, Object>> {

	private static final DynamoDbClient DYNAMODB = DynamoDbClient.create();

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

	@Override
	public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
		if (Boolean.TRUE.equals(event.get("end"))) {
			System.exit(0);
		}
		context.getLogger().log("rehearsal " + context.getAwsRequestId() + " " + context.getRemainingTimeInMillis());
		LoggerFactory.getLogger(Rehearsal.class).info("order {} of {}", 1, 2);
		List<Callable<?>> acts = List.of(this::putItem, this::otherItems, this::json, this::http, this::plainJava,
				Rehearsal::events, () -> SqsClient.create().sendMessage((one) -> one.queueUrl(url()).messageBody("x")));
		long failed = acts.stream().filter((act) -> !succeeds(act)).count();
		return Map.of("failed", failed, "at", Instant.now().toString());
	}

	private static boolean succeeds(Callable<?> act) {
		try {
			act.call();
			return true;
		}
		catch (Exception ex) {
			return false;
		}
	}

	private static String url() {
		return System.getenv("AWS_ENDPOINT_URL");
	}

	private Object putItem() {
		Map<String, AttributeValue> item = new TreeMap<>();
		item.put("pk", AttributeValue.fromS("tenant#order"));
		item.put("amount", AttributeValue.fromN("1999"));
		try {
			return DYNAMODB.putItem((put) -> put.tableName("refused")
				.item(item)
				.conditionExpression("attribute_not_exists(pk) OR #status = :open")
				.expressionAttributeNames(Map.of("#status", "status"))
				.expressionAttributeValues(Map.of(":open", AttributeValue.fromS("OPEN"))));
		}
		catch (ConditionalCheckFailedException ex) {
			return ex.item();
		}
	}

	private Object otherItems() {
		Map<String, AttributeValue> key = Map.of("pk", AttributeValue.fromS("tenant#order"));
		DYNAMODB.getItem((get) -> get.tableName("t").key(key).consistentRead(true)).item();
		DYNAMODB.updateItem((update) -> update.tableName("t").key(key).updateExpression("SET a = :a")
			.expressionAttributeValues(Map.of(":a", AttributeValue.fromS("x"))));
		DYNAMODB.query((query) -> query.tableName("t").keyConditionExpression("pk = :pk")
			.expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("x")))).items();
		DYNAMODB.deleteItem((delete) -> delete.tableName("t").key(key));
		return DYNAMODB.transactWriteItems((write) -> write
			.transactItems((item) -> item.put((put) -> put.tableName("t").item(key)),
					(item) -> item.update((update) -> update.tableName("t").key(key).updateExpression("SET a = :a"))));
	}

	private Object json() throws Exception {
		JsonNode tree = JSON.readTree("{\"orderId\": \"o-1\", \"amount\": 1999, \"lines\": [{\"sku\": \"FERN\", \"qty\": 2}]}");
		Order order = JSON.treeToValue(tree, Order.class);
		ObjectNode answer = JSON.createObjectNode().put("orderId", order.orderId()).put("amount", order.amount());
		return JSON.writeValueAsString(answer) + JSON.writeValueAsString(order);
	}

	private Object http() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/charges"))
			.timeout(Duration.ofSeconds(2))
			.header("Idempotency-Key", "key")
			.POST(HttpRequest.BodyPublishers.ofString("{}"))
			.build();
		return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
	}

	private Object plainJava() throws Exception {
		byte[] digest = MessageDigest.getInstance("SHA-256").digest("text".getBytes(StandardCharsets.UTF_8));
		Map<Boolean, Long> groups = List.of(1, 2, 3)
			.stream()
			.collect(Collectors.partitioningBy((one) -> one % 2 == 0, Collectors.counting()));
		String text = String.format(Locale.ROOT, "%s %d %.2f %s", HexFormat.of().formatHex(digest), 1, 2.0, groups);
		return text.split("\\s+").length + UUID.randomUUID().toString();
	}

	private static Object events() {
		ClassLoader loader = Rehearsal.class.getClassLoader();
		String records = "{\"Records\": [{\"messageId\": \"m\", \"body\": \"{}\", \"eventSource\": \"aws:sqs\"}]}";
		for (Class<?> type : List.of(SQSEvent.class, SNSEvent.class, S3Event.class, DynamodbEvent.class,
				APIGatewayProxyRequestEvent.class, APIGatewayProxyResponseEvent.class)) {
			succeeds(() -> LambdaEventSerializers.serializerFor(type, loader).fromJson(records));
		}
		for (Class<?> type : List.of(Order.class, String.class, Map.class, Object.class, SQSBatchResponse.class)) {
			succeeds(() -> JacksonFactory.getInstance().getSerializer(type)
				.fromJson(new ByteArrayInputStream("{\"orderId\": \"o\"}".getBytes(StandardCharsets.UTF_8))));
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		JacksonFactory.getInstance().getSerializer(Order.class).toJson(new Order("o", 1, List.of()), out);
		return out;
	}

	/**
	 * What functions get as event.
	 *
	 * @param orderId its id
	 * @param amount its amount
	 * @param lines what was ordered
	 */
	public record Order(String orderId, long amount, List<Map<String, Object>> lines) {
	}

}
