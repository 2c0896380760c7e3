package academy.coldstart.engine.host;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Event source mappings of queues on the real engine hand messages over as on AWS.
 */
@ExtendWith(SharedEngine.class)
class QueueMappingsIntegrationTests {

	private static final JsonMapper JSON = new JsonMapper();

	@Test
	void bodiesArriveAsTheyWereSent(TestAccount account) {
		String function = account.createFunction("reader");
		String queue = account.createQueue("orders");
		String url = account.sqs().getQueueUrl((request) -> request.queueName("orders")).queueUrl();
		List<String> bodies = List.of("{\"total\":1.10,\n \"id\":  7}", "\"quoted\"", "plain", "007");
		bodies.forEach((body) -> account.sqs().sendMessage((request) -> request.queueUrl(url).messageBody(body)));

		map(account, "reader", queue);

		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(records(account, function)).extracting((one) -> one.path("body").asString())
				.containsExactlyInAnyOrderElementsOf(bodies));
	}

	@Test
	void batchOfAFifoQueueMayHoldSeveralGroupsInOrder(TestAccount account) {
		String function = account.createFunction("reader");
		String url = account.sqs()
			.createQueue((request) -> request.queueName("orders.fifo")
				.attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true",
						QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true")))
			.queueUrl();
		for (String body : List.of("a1", "b1", "a2", "b2")) {
			account.sqs()
				.sendMessage((request) -> request.queueUrl(url).messageBody(body).messageGroupId(body.substring(0, 1)));
		}

		map(account, "reader", "arn:aws:sqs:us-east-1:" + account.id() + ":orders.fifo");

		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(records(account, function)).hasSize(4));
		assertThat(account.invocations(function)).hasSize(1);
		assertThat(records(account, function)).extracting((one) -> one.path("body").asString())
			.containsSubsequence("a1", "a2")
			.containsSubsequence("b1", "b2");
	}

	private static void map(TestAccount account, String function, String queue) {
		account.lambda()
			.createEventSourceMapping((request) -> request.functionName(function).eventSourceArn(queue).batchSize(10));
	}

	private static List<JsonNode> records(TestAccount account, String function) {
		return account.invocations(function)
			.stream()
			.flatMap((invocation) -> JSON.readTree(invocation.path("payload").asString()).path("Records").valueStream())
			.toList();
	}

}
