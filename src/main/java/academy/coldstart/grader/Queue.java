package academy.coldstart.grader;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/**
 * A queue of the deployed stack.
 */
public final class Queue {

	private final Run run;

	private final String url;

	Queue(Run run, String url) {
		this.run = run;
		this.url = url;
	}

	public String url() {
		return this.url;
	}

	/**
	 * Return its name.
	 * @return the last part of its URL
	 */
	public String name() {
		return this.url.substring(this.url.lastIndexOf('/') + 1);
	}

	/**
	 * Send a message.
	 * @param body a JSON text, or an object to be written as JSON
	 * @param text what is done, for the timeline: {@code sent order o-17}
	 * @return the message id
	 */
	public String send(Object body, String text) {
		return this.run
			.act(text,
					() -> this.run.aws()
						.sqs()
						.sendMessage((request) -> request.queueUrl(this.url).messageBody(Json.write(body))))
			.messageId();
	}

	/**
	 * Send up to ten messages with one request.
	 * @param messages the messages
	 * @param text what is done, for the timeline: {@code sent ten orders}
	 * @return the message ids in the order of the messages
	 */
	public List<String> send(List<Outgoing> messages, String text) {
		List<SendMessageBatchRequestEntry> entries = IntStream.range(0, messages.size())
			.mapToObj((n) -> messages.get(n).entry(n))
			.toList();
		SendMessageBatchResponse response = this.run.act(text,
				() -> this.run.aws().sqs().sendMessageBatch((request) -> request.queueUrl(this.url).entries(entries)));
		if (response.hasFailed() && !response.failed().isEmpty()) {
			throw new IllegalStateException("The queue " + name() + " did not take " + response.failed());
		}
		return response.successful()
			.stream()
			.sorted(Comparator.comparingInt((entry) -> Integer.parseInt(entry.id())))
			.map(SendMessageBatchResultEntry::messageId)
			.toList();
	}

	/**
	 * Return its attributes as they are in effect.
	 * @return all attributes by name
	 */
	public Map<QueueAttributeName, String> attributes() {
		return this.run.aws()
			.sqs()
			.getQueueAttributes((request) -> request.queueUrl(this.url).attributeNames(QueueAttributeName.ALL))
			.attributes();
	}

	public String arn() {
		return attributes().getOrDefault(QueueAttributeName.QUEUE_ARN, "");
	}

	/**
	 * Change attributes for the run, such as a visibility timeout that nobody wants to
	 * wait for.
	 * @param attributes the new values
	 * @param text what is done, for the timeline
	 */
	public void change(Map<QueueAttributeName, String> attributes, String text) {
		this.run.act(text,
				() -> this.run.aws()
					.sqs()
					.setQueueAttributes((request) -> request.queueUrl(this.url).attributes(attributes)));
	}

	/** Throw all messages away. */
	public void purge() {
		this.run.act("emptied " + name(),
				() -> this.run.aws().sqs().purgeQueue((request) -> request.queueUrl(this.url)));
	}

	/**
	 * Return how many messages are in it, told apart by state.
	 * @return the counts
	 */
	public Depth depth() {
		Map<QueueAttributeName, String> values = attributes();
		return new Depth(number(values, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
				number(values, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
				number(values, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
	}

	/**
	 * Look at up to ten visible messages without taking them out: their visibility stays
	 * as it is, but their receive count goes up.
	 * @return the messages
	 */
	public List<Message> peek() {
		return this.run.aws()
			.sqs()
			.receiveMessage((request) -> request.queueUrl(this.url)
				.maxNumberOfMessages(10)
				.visibilityTimeout(0)
				.messageSystemAttributeNames(MessageSystemAttributeName.ALL)
				.messageAttributeNames("All"))
			.messages();
	}

	/**
	 * Return the bodies of up to ten visible messages.
	 * @return the bodies
	 */
	public List<String> bodies() {
		return peek().stream().map(Message::body).collect(Collectors.toList());
	}

	private static int number(Map<QueueAttributeName, String> values, QueueAttributeName name) {
		return Integer.parseInt(values.getOrDefault(name, "0"));
	}

	/**
	 * A message to be sent.
	 *
	 * @param body its body as text
	 * @param group its message group, or null for a standard queue
	 */
	public record Outgoing(String body, @Nullable String group) {

		private SendMessageBatchRequestEntry entry(int number) {
			return SendMessageBatchRequestEntry.builder()
				.id(String.valueOf(number))
				.messageBody(this.body)
				.messageGroupId(this.group)
				.messageDeduplicationId((this.group != null) ? UUID.randomUUID().toString() : null)
				.build();
		}

	}

	/**
	 * How many messages a queue has.
	 *
	 * @param visible waiting to be received
	 * @param inFlight received and not yet deleted
	 * @param delayed not yet visible
	 */
	public record Depth(int visible, int inFlight, int delayed) {

		/**
		 * Return whether nothing is left.
		 * @return whether all counts are zero
		 */
		public boolean isEmpty() {
			return this.visible == 0 && this.inFlight == 0 && this.delayed == 0;
		}

	}

}
