package academy.coldstart.grading.endstate;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import academy.coldstart.endstate.Attribute;
import academy.coldstart.endstate.BucketState;
import academy.coldstart.endstate.EndState;
import academy.coldstart.endstate.Excerpt;
import academy.coldstart.endstate.QueueState;
import academy.coldstart.endstate.QueueState.Message;
import academy.coldstart.endstate.QueueState.Place;
import academy.coldstart.endstate.TableState;
import academy.coldstart.endstate.TableState.KeyPart;
import academy.coldstart.endstate.UnreadState.Reason;
import academy.coldstart.engine.Engine;
import academy.coldstart.engine.EngineLease;
import academy.coldstart.grader.Aws;
import academy.coldstart.grader.Stack;
import academy.coldstart.grader.StackResource;
import academy.coldstart.grading.RealEngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads states of a real engine.
 */
@RealEngineTest
class EndStateReaderIntegrationTests {

	@Autowired
	private Engine engine;

	@Autowired
	private SdkHttpClient http;

	private EngineLease lease;

	private Aws aws;

	private final SortedMap<String, StackResource> resources = new TreeMap<>();

	@BeforeEach
	void open() {
		this.lease = this.engine.lease(Duration.ofMinutes(5));
		this.aws = new Aws(this.lease.endpoint(), this.lease.account(), this.http);
	}

	@AfterEach
	void close() {
		this.lease.close();
	}

	@Test
	void readsTheItemsOfATable() {
		table("ledger");
		put("ledger", Map.of("pk", AttributeValue.fromS("o-2"), "status", AttributeValue.fromS("open")));
		put("ledger", Map.of("pk", AttributeValue.fromS("o-1"), "amount", AttributeValue.fromN("49.95")));
		declare("Ledger", "AWS::DynamoDB::Table", "ledger");
		TableState table = read().tables().getFirst();
		assertThat(table.key()).containsExactly(new KeyPart("pk", "HASH", "S"));
		assertThat(table.items().complete()).isTrue();
		assertThat(table.items().first()).extracting((item) -> item.key().text())
			.containsExactly("{\"pk\":{\"S\":\"o-1\"}}", "{\"pk\":{\"S\":\"o-2\"}}");
		assertThat(table.items().first().getFirst().attributes().first())
			.containsExactly(new Attribute("amount", Excerpt.of("{\"N\":\"49.95\"}", 100)));
	}

	@Test
	void looksAtMessagesWithoutReceivingThem() {
		String url = queue("orders", Map.of());
		declare("Orders", "AWS::SQS::Queue", url);
		this.aws.sqs().sendMessage((request) -> request.queueUrl(url).messageBody("first"));
		this.aws.sqs().receiveMessage((request) -> request.queueUrl(url).visibilityTimeout(600).waitTimeSeconds(1));
		this.aws.sqs()
			.sendMessage((request) -> request.queueUrl(url)
				.messageBody("second")
				.messageAttributes(Map.of("ErrorCode",
						MessageAttributeValue.builder().dataType("Number").stringValue("200").build())));
		this.aws.sqs().sendMessage((request) -> request.queueUrl(url).messageBody("third").delaySeconds(600));
		QueueState queue = read().queues().getFirst();
		assertThat(List.of(queue.visible(), queue.inFlight(), queue.delayed())).containsExactly(1L, 1L, 1L);
		Message visible = new Message(Place.VISIBLE, Excerpt.of("second", 100), 0, null,
				List.of(new Attribute("ErrorCode", Excerpt.of("200", 100))));
		Message inFlight = new Message(Place.IN_FLIGHT, Excerpt.of("first", 100), 1, null, List.of());
		Message delayed = new Message(Place.DELAYED, Excerpt.of("third", 100), 0, null, List.of());
		assertThat(queue.messages().first()).containsExactly(visible, inFlight, delayed);
		assertThat(read().queues()).containsExactly(queue);
	}

	@Test
	void looksAtMessagesThatWereReceivedOftenEnough() {
		String letters = queue("letters", Map.of());
		String url = queue("orders", Map.of(QueueAttributeName.REDRIVE_POLICY, """
				{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:%s:letters","maxReceiveCount":"1"}"""
			.formatted(this.lease.account())));
		declare("Orders", "AWS::SQS::Queue", url);
		declare("Letters", "AWS::SQS::Queue", letters);
		this.aws.sqs().sendMessage((request) -> request.queueUrl(url).messageBody("poison"));
		this.aws.sqs().receiveMessage((request) -> request.queueUrl(url).visibilityTimeout(0).waitTimeSeconds(1));
		EndState state = read();
		assertThat(state).isEqualTo(read());
		assertThat(state.queues()).filteredOn((queue) -> queue.logicalId().equals("Orders"))
			.singleElement()
			.satisfies(
					(queue) -> assertThat(queue.messages().first()).extracting(Message::receives).containsExactly(1));
		assertThat(state.queues()).filteredOn((queue) -> queue.logicalId().equals("Letters"))
			.singleElement()
			.satisfies((queue) -> assertThat(queue.messages().count()).isZero());
	}

	@Test
	void keepsTheSequenceOfAFifoQueue() {
		String url = queue("orders.fifo", Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
		declare("Orders", "AWS::SQS::Queue", url);
		for (String body : List.of("b", "c", "a")) {
			this.aws.sqs()
				.sendMessage((request) -> request.queueUrl(url)
					.messageBody(body)
					.messageGroupId("larkspur")
					.messageDeduplicationId(body));
		}
		assertThat(read().queues().getFirst().messages().first()).extracting((message) -> message.body().text())
			.containsExactly("b", "c", "a");
	}

	@Test
	void readsTheObjectsOfABucket() {
		String bucket = "receipts-" + this.lease.account();
		this.aws.s3().createBucket((request) -> request.bucket(bucket));
		this.aws.s3()
			.putObject((request) -> request.bucket(bucket).key("o-2.bin"),
					RequestBody.fromBytes(new byte[] { (byte) 0xff }));
		this.aws.s3().putObject((request) -> request.bucket(bucket).key("o-1.txt"), RequestBody.fromString("paid"));
		declare("Receipts", "AWS::S3::Bucket", bucket);
		BucketState state = read().buckets().getFirst();
		assertThat(state.objects().first()).extracting((object) -> object.key()).containsExactly("o-1.txt", "o-2.bin");
		assertThat(state.objects().first()).extracting((object) -> object.text())
			.containsExactly(Excerpt.of("paid", 100), null);
		assertThat(state.objects().first().getFirst().etag()).matches("[0-9a-f]{32}");
	}

	@Test
	void saysWhatAFunctionDeleted() {
		declare("Ledger", "AWS::DynamoDB::Table", "deleted");
		declare("Orders", "AWS::SQS::Queue",
				"http://sqs.us-east-1.localhost.localstack.cloud:4566/" + this.lease.account() + "/deleted");
		declare("Receipts", "AWS::S3::Bucket", "deleted-" + this.lease.account());
		assertThat(read().unread()).hasSize(3).allSatisfy((one) -> assertThat(one.reason()).isEqualTo(Reason.GONE));
	}

	@Test
	void seesNothingOfOtherAccounts() {
		table("ledger");
		String url = queue("orders", Map.of());
		declare("Ledger", "AWS::DynamoDB::Table", "ledger");
		declare("Orders", "AWS::SQS::Queue", url);
		try (EngineLease other = this.engine.lease(Duration.ofMinutes(5))) {
			Aws theirs = new Aws(other.endpoint(), other.account(), this.http);
			createTable(theirs, "ledger");
			theirs.dynamoDb()
				.putItem((request) -> request.tableName("ledger").item(Map.of("pk", AttributeValue.fromS("theirs"))));
			String queue = theirs.sqs().createQueue((request) -> request.queueName("orders")).queueUrl();
			theirs.sqs().sendMessage((request) -> request.queueUrl(queue).messageBody("theirs"));
			EndState state = read();
			assertThat(state.unread()).isEmpty();
			assertThat(state.tables().getFirst().items().count()).isZero();
			assertThat(state.queues().getFirst().messages().count()).isZero();
		}
	}

	private EndState read() {
		Stack stack = new Stack(Map.of(), this.resources);
		return new EndStateReader(this.aws, this.http, this.lease.endpoint()).read(7, stack);
	}

	private void declare(String logicalId, String type, String physicalId) {
		this.resources.put(logicalId,
				new StackResource(logicalId, type, physicalId, JsonNodeFactory.instance.objectNode()));
	}

	private void table(String name) {
		createTable(this.aws, name);
	}

	private static void createTable(Aws aws, String name) {
		aws.dynamoDb()
			.createTable((request) -> request.tableName(name)
				.billingMode(BillingMode.PAY_PER_REQUEST)
				.attributeDefinitions(
						AttributeDefinition.builder().attributeName("pk").attributeType(ScalarAttributeType.S).build())
				.keySchema(KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build()));
		aws.dynamoDb().waiter().waitUntilTableExists((request) -> request.tableName(name));
	}

	private void put(String table, Map<String, AttributeValue> item) {
		this.aws.dynamoDb().putItem((request) -> request.tableName(table).item(item));
	}

	private String queue(String name, Map<QueueAttributeName, String> attributes) {
		return this.aws.sqs().createQueue((request) -> request.queueName(name).attributes(attributes)).queueUrl();
	}

}
