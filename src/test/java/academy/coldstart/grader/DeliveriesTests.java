package academy.coldstart.grader;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events in the forms that services deliver.
 */
class DeliveriesTests {

	private static final String QUEUE = "arn:aws:sqs:us-east-1:111122223333:orders";

	private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:placed";

	@Test
	void countsHowOftenAMessageIsReceived() {
		SqsMessage message = SqsMessage.of(QUEUE, Map.of("orderId", "o-17"));

		JsonNode first = first(SqsEvent.receive(message));
		JsonNode second = first(SqsEvent.receive(message));

		assertThat(first.path("messageId").asString()).isEqualTo(second.path("messageId").asString())
			.isEqualTo(message.id());
		assertThat(first.path("attributes").path("ApproximateReceiveCount").asString()).isEqualTo("1");
		assertThat(second.path("attributes").path("ApproximateReceiveCount").asString()).isEqualTo("2");
		assertThat(first.path("receiptHandle").asString()).isNotEqualTo(second.path("receiptHandle").asString());
		assertThat(first.path("attributes").path("ApproximateFirstReceiveTimestamp"))
			.isEqualTo(second.path("attributes").path("ApproximateFirstReceiveTimestamp"));
		assertThat(message.receives()).isEqualTo(2);
	}

	@Test
	void buildsTheRecordOfAQueue() {
		JsonNode one = first(SqsEvent.receive(SqsMessage.of(QUEUE, "Test message.").withAttribute("tenant", "t-fern")));

		assertThat(one.path("body").asString()).isEqualTo("Test message.");
		assertThat(one.path("md5OfBody").asString()).isEqualTo("e4e68fb7bd0e697a0ae8f1bb342846b3");
		assertThat(one.path("eventSource").asString()).isEqualTo("aws:sqs");
		assertThat(one.path("eventSourceARN").asString()).isEqualTo(QUEUE);
		assertThat(one.path("awsRegion").asString()).isEqualTo("us-east-1");
		assertThat(one.path("messageAttributes").path("tenant").path("stringValue").asString()).isEqualTo("t-fern");
		assertThat(one.path("attributes").has("MessageGroupId")).isFalse();
	}

	@Test
	void ordersMessagesOfAGroup() {
		SqsMessage first = SqsMessage.of(QUEUE, "1").inGroup("o-17");
		SqsMessage second = SqsMessage.of(QUEUE, "2").inGroup("o-17");

		String[] numbers = SqsEvent.receive(first, second)
			.records()
			.stream()
			.map((one) -> Json.node(one).path("attributes"))
			.map((attributes) -> attributes.path("SequenceNumber").asString())
			.toArray(String[]::new);

		assertThat(numbers[0]).hasSize(20).isLessThan(numbers[1]);
		assertThat(first(SqsEvent.receive(first)).path("attributes").path("MessageGroupId").asString())
			.isEqualTo("o-17");
	}

	@Test
	void deliversInAnotherOrder() {
		List<SqsMessage> messages = List.of(SqsMessage.of(QUEUE, "1"), SqsMessage.of(QUEUE, "2"));
		SqsEvent event = SqsEvent.receive(messages);

		SqsEvent other = event.shuffled(new Random(7));

		assertThat(other.records()).isNotEqualTo(event.records()).containsExactlyInAnyOrderElementsOf(event.records());
		assertThat(SqsEvent.receive(messages.getFirst()).shuffled(new Random(7)).records()).hasSize(1);
	}

	@Test
	void wrapsNotificationsForFunctionsAndForQueues() {
		SnsNotification notification = SnsNotification.of(TOPIC, Map.of("orderId", "o-17"))
			.withAttribute("region", "eu");

		JsonNode event = Json.node(notification.event()).path("Records").path(0);
		assertThat(event.path("EventSource").asString()).isEqualTo("aws:sns");
		assertThat(event.path("EventSubscriptionArn").asString()).startsWith(TOPIC + ":");
		assertThat(event.path("Sns").path("Message").asString()).isEqualTo("{\"orderId\":\"o-17\"}");
		assertThat(event.path("Sns").path("MessageAttributes").path("region").path("Value").asString()).isEqualTo("eu");
		assertThat(event.path("Sns").path("Timestamp").asString())
			.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
		JsonNode envelope = Json.read(notification.envelope());
		assertThat(envelope.path("Type").asString()).isEqualTo("Notification");
		assertThat(envelope.path("MessageId").asString()).isEqualTo(event.path("Sns").path("MessageId").asString());
		assertThat(envelope.has("SigningCertURL")).isTrue();
	}

	@Test
	void buildsEventsOfABus() {
		JsonNode event = Json.read(
				EventBridgeEvent.of("111122223333", "larkspur.orders", "OrderPlaced", "{\"orderId\":\"o-17\"}").json());

		assertThat(event.properties().stream().map(Map.Entry::getKey)).containsExactly("version", "id", "detail-type",
				"source", "account", "time", "region", "resources", "detail");
		assertThat(event.path("detail-type").asString()).isEqualTo("OrderPlaced");
		assertThat(event.path("detail").path("orderId").asString()).isEqualTo("o-17");
		assertThat(event.path("time").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
	}

	private static JsonNode first(SqsEvent event) {
		return Json.read(Json.write(event)).path("Records").path(0);
	}

}
