package academy.coldstart.grading.endstate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

import academy.coldstart.endstate.Attribute;
import academy.coldstart.endstate.Kept;
import academy.coldstart.endstate.QueueState;
import academy.coldstart.endstate.QueueState.Message;
import academy.coldstart.endstate.QueueState.Place;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;

/**
 * Reads queues. The bodies of a queue with very many messages are not read, so that
 * looking at it never costs the engine much.
 */
final class QueueReader {

	/** How many messages of a queue are kept. */
	static final int MESSAGES = 50;

	/** How many messages a queue may have for its bodies to be read. */
	static final int READ = 200;

	private static final int ATTRIBUTES = 10;

	private static final Comparator<JsonNode> ORDER = Comparator.<JsonNode, Place>comparing(QueueReader::place)
		.thenComparing((message) -> attribute(message, "MessageGroupId"))
		.thenComparing((message) -> attribute(message, "SequenceNumber"))
		.thenComparing((message) -> message.path("Body").asString(""))
		.thenComparingInt(QueueReader::receives);

	private final SqsClient sqs;

	private final QueueContents contents;

	private final Budget budget;

	QueueReader(SqsClient sqs, QueueContents contents, Budget budget) {
		this.sqs = sqs;
		this.contents = contents;
		this.budget = budget;
	}

	QueueState read(String logicalId, String url) throws IOException {
		Map<QueueAttributeName, String> attributes = this.sqs
			.getQueueAttributes((request) -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
			.attributes();
		long visible = number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
		long inFlight = number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
		long delayed = number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
		String name = url.substring(url.lastIndexOf('/') + 1);
		long all = visible + inFlight + delayed;
		Optional<JsonNode> messages = (all > 0 && all <= READ) ? this.contents.messages(name) : Optional.empty();
		return messages.map((list) -> state(logicalId, name, list))
			.orElseGet(() -> new QueueState(logicalId, name, visible, inFlight, delayed,
					new Kept<>(List.of(), all, true)));
	}

	private static long number(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
		return Long.parseLong(attributes.getOrDefault(name, "0"));
	}

	// The numbers are counted anew, as a mapping may have received something since.
	private QueueState state(String logicalId, String name, JsonNode list) {
		List<JsonNode> messages = StreamSupport.stream(list.spliterator(), false).sorted(ORDER).toList();
		List<Message> kept = new ArrayList<>();
		for (JsonNode message : messages) {
			if (kept.size() == MESSAGES || this.budget.isSpent()) {
				break;
			}
			kept.add(message(message));
		}
		return new QueueState(logicalId, name, count(messages, Place.VISIBLE), count(messages, Place.IN_FLIGHT),
				count(messages, Place.DELAYED), new Kept<>(kept, messages.size(), true));
	}

	private static long count(List<JsonNode> messages, Place place) {
		return messages.stream().filter((message) -> place(message) == place).count();
	}

	private Message message(JsonNode message) {
		String group = attribute(message, "MessageGroupId");
		Map<String, JsonNode> given = new TreeMap<>();
		message.path("MessageAttributes").properties().forEach((one) -> given.put(one.getKey(), one.getValue()));
		List<Attribute> attributes = given.entrySet()
			.stream()
			.limit(ATTRIBUTES)
			.map((one) -> new Attribute(this.budget.name(one.getKey()), this.budget.excerpt(value(one.getValue()))))
			.toList();
		return new Message(place(message), this.budget.excerpt(message.path("Body").asString("")), receives(message),
				group.isEmpty() ? null : group, attributes);
	}

	private static String value(JsonNode attribute) {
		return attribute.path("StringValue").asString(attribute.path("BinaryValue").asString(""));
	}

	private static Place place(JsonNode message) {
		if (attribute(message, "IsDelayed").equals("true")) {
			return Place.DELAYED;
		}
		return attribute(message, "IsVisible").equals("false") ? Place.IN_FLIGHT : Place.VISIBLE;
	}

	private static int receives(JsonNode message) {
		return Integer.parseInt(message.path("Attributes").path("ApproximateReceiveCount").asString("0"));
	}

	private static String attribute(JsonNode message, String name) {
		return message.path("Attributes").path(name).asString("");
	}

}
