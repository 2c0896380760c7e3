package academy.coldstart.grader;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

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
	 * Return how many messages are in it, told apart by state.
	 * @return the counts
	 */
	public Depth depth() {
		Map<QueueAttributeName, String> values = this.run.aws()
			.sqs()
			.getQueueAttributes((request) -> request.queueUrl(this.url).attributeNames(QueueAttributeName.ALL))
			.attributes();
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
