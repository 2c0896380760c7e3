package academy.coldstart.graders.onebadapple;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import academy.coldstart.grader.Calls;
import academy.coldstart.grader.Queue;
import academy.coldstart.grader.Run;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.Invocation;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Lambda delivers from a queue, as it was recorded.
 *
 * @param source the queue
 * @param deadLetters where messages go that are given up, or empty when nothing is set
 * that works
 */
record Traffic(Source source, Optional<Queue> deadLetters) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	/** How long Lambda may need to delete what was processed. */
	private static final double DELETION_MS = 400;

	static Traffic of(Source source) {
		return new Traffic(source, new DeadLetters(source).queue());
	}

	Run run() {
		return this.source.run();
	}

	/**
	 * Make the queue quicker than the template says, so that nobody has to wait for
	 * minutes.
	 * @param visibilitySeconds the visibility timeout
	 * @param receives after how many receives a message is given up
	 */
	void hurry(int visibilitySeconds, int receives) {
		String policy = this.deadLetters
			.map((queue) -> MAPPER
				.writeValueAsString(Map.of("deadLetterTargetArn", queue.arn(), "maxReceiveCount", receives)))
			.orElse("");
		String text = "set the visibility timeout of %s to %d s for this run".formatted(this.source.name(),
				visibilitySeconds)
				+ (policy.isEmpty() ? "" : " and its maxReceiveCount to " + receives);
		this.source.queue()
			.change(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, String.valueOf(visibilitySeconds),
					QueueAttributeName.REDRIVE_POLICY, policy), text);
	}

	/**
	 * Tell whether something in the dead letter queue looks like a message without being
	 * it.
	 * @param message the message
	 * @return whether somebody sent a copy
	 */
	boolean hasCopy(OrderMessage message) {
		return this.deadLetters
			.map((queue) -> queue.bodies().stream().anyMatch((body) -> body.contains(message.id())))
			.orElse(false);
	}

	/**
	 * Read an answer as Lambda does with this mapping.
	 * @param invocation an invocation that has ended
	 * @param messageId a message that it was for
	 * @return whether the message returns to the queue
	 */
	boolean returns(Invocation invocation, String messageId) {
		if (invocation.outcome() != Invocation.Outcome.SUCCEEDED) {
			return true;
		}
		return this.source.readsAnswers() && Reading.of(answer(invocation), ids(invocation)).returns(messageId);
	}

	/**
	 * Say what the function answered and what Lambda made of it.
	 * @param invocation an invocation that has ended
	 * @return a sentence without its full stop
	 */
	String told(Invocation invocation) {
		int size = ids(invocation).size();
		if (invocation.outcome() != Invocation.Outcome.SUCCEEDED) {
			return "The function failed with %s, so the whole batch of %d returned"
				.formatted((invocation.errorType() != null) ? invocation.errorType() : "an error", size);
		}
		String shown = shown(invocation);
		if (!this.source.readsAnswers()) {
			return "The function returned %s, but the event source mapping of %s does not read it (%s)".formatted(shown,
					this.source.name(), this.source.responseTypes());
		}
		Reading reading = Reading.of(answer(invocation), ids(invocation));
		return "The function returned %s, treated as %s (%s)".formatted(shown, reading.verdict(), reading.reason());
	}

	/**
	 * Tell whether a delivery took so long that the queue may have handed its messages out
	 * again meanwhile, which is not the fault of the code.
	 * @param invocation the delivery
	 * @param visibilitySeconds the visibility timeout
	 * @return whether it did
	 */
	boolean overran(Invocation invocation, int visibilitySeconds) {
		Double end = invocation.endMs();
		return end == null || end + DELETION_MS - receivedMs(invocation) > visibilitySeconds * 1000.0;
	}

	/**
	 * Return how long the longest delivery of a queue took the function.
	 * @return seconds, 0 when nothing was delivered
	 */
	double longestSeconds() {
		String arn = this.source.mapping().sourceArn();
		return run().trace()
			.timeline()
			.invocations()
			.stream()
			.filter((invocation) -> String.valueOf(invocation.event().text()).contains(arn))
			.mapToDouble((invocation) -> (invocation.endMs() != null) ? invocation.endMs() - invocation.startMs() : 0)
			.max()
			.orElse(0) / 1000;
	}

	static String moment(double ms) {
		return String.format(Locale.ROOT, "%.2f s", ms / 1000);
	}

	private double receivedMs(Invocation invocation) {
		Calls polls = run().trace()
			.calls()
			.service("sqs")
			.operation("ReceiveMessage")
			.touching(this.source.queue().name())
			.matching((call) -> call.environment() == null && call.startMs() <= invocation.startMs());
		return polls.list().stream().mapToDouble(AwsCall::startMs).max().orElse(invocation.startMs());
	}

	private static List<String> ids(Invocation invocation) {
		return read(invocation.event()).path("Records")
			.valueStream()
			.map((record) -> record.path("messageId").asString(""))
			.toList();
	}

	private static JsonNode answer(Invocation invocation) {
		Body response = invocation.response();
		return (response != null) ? read(response) : MAPPER.missingNode();
	}

	private static String shown(Invocation invocation) {
		String text = answer(invocation).toString();
		return (text.length() <= 300) ? text : text.substring(0, 300) + "…";
	}

	private static JsonNode read(Body body) {
		try {
			return MAPPER.readTree((body.text() != null) ? body.text() : "");
		}
		catch (JacksonException ex) {
			return MAPPER.missingNode();
		}
	}

}
