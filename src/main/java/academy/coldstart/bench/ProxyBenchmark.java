package academy.coldstart.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import academy.coldstart.course.Course;
import academy.coldstart.grading.BareAccounts;
import academy.coldstart.grading.BareAccounts.BareAccount;
import academy.coldstart.recording.EnvironmentLine;
import academy.coldstart.recording.RecordingProxy;
import academy.coldstart.recording.RoleSession;
import academy.coldstart.trace.AccountId;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Measures what the recording proxy adds to a DynamoDB call: the same call in turn past
 * the proxy and through it, on the real engine.
 */
@Component
@Order(2)
class ProxyBenchmark implements Benchmark {

	private static final String TABLE = "bench";

	private static final int WARM_UP = 200;

	private static final int CALLS_A_ROUND = 100;

	private final Course course;

	private final BareAccounts accounts;

	private final ObjectProvider<RecordingProxy> proxy;

	ProxyBenchmark(Course course, BareAccounts accounts, ObjectProvider<RecordingProxy> proxy) {
		this.course = course;
		this.accounts = accounts;
		this.proxy = proxy;
	}

	@Override
	public String name() {
		return "proxy";
	}

	@Override
	public void measure(BenchPlan plan, Consumer<Figure> figures) {
		plan.progress().accept("a call past the proxy and through it");
		try (BareAccount account = this.accounts.open(this.course.exercises().getFirst(), 1);
				EnvironmentLine line = this.proxy.getObject()
					.open("bench", new AccountId(account.account()), new RoleSession(account.account(), "bench"));
				DynamoDbClient direct = client(account.endpoint(), account.account());
				DynamoDbClient recorded = client(line.uri(), account.account())) {
			createTable(direct);
			compare(plan.rounds() * CALLS_A_ROUND, direct, recorded).forEach(figures);
		}
	}

	private static List<Figure> compare(int calls, DynamoDbClient direct, DynamoDbClient recorded) {
		for (int i = 0; i < WARM_UP; i++) {
			millis(direct);
			millis(recorded);
		}
		List<Double> past = new ArrayList<>();
		List<Double> through = new ArrayList<>();
		for (int i = 0; i < calls; i++) {
			past.add(millis(direct));
			through.add(millis(recorded));
		}
		Sample without = new Sample(past);
		Sample with = new Sample(through);
		double median = with.median() - without.median();
		double high = with.percentile(99) - without.percentile(99);
		return List.of(Figure.of("DynamoDB GetItem past the proxy", without.text("ms")),
				Figure.of("DynamoDB GetItem through the proxy", with.text("ms")),
				Figure.atMost("added by the proxy, p50", median, Sample.number(median) + " ms", 1, "ms"),
				Figure.atMost("added by the proxy, p99", high, Sample.number(high) + " ms", 3, "ms"));
	}

	private static double millis(DynamoDbClient client) {
		long begin = System.nanoTime();
		client.getItem((request) -> request.tableName(TABLE).key(Map.of("pk", AttributeValue.fromS("o-1"))));
		return (System.nanoTime() - begin) / 1e6;
	}

	private static void createTable(DynamoDbClient client) {
		AttributeDefinition key = AttributeDefinition.builder()
			.attributeName("pk")
			.attributeType(ScalarAttributeType.S)
			.build();
		client.createTable((request) -> request.tableName(TABLE)
			.billingMode(BillingMode.PAY_PER_REQUEST)
			.attributeDefinitions(key)
			.keySchema(KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build()));
		client.putItem((request) -> request.tableName(TABLE).item(Map.of("pk", AttributeValue.fromS("o-1"))));
	}

	private static DynamoDbClient client(URI endpoint, String account) {
		return DynamoDbClient.builder()
			.endpointOverride(endpoint)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(account, "bench")))
			.region(Region.US_EAST_1)
			.build();
	}

}
