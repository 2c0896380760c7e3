package academy.coldstart.graders.onebadapple;

import java.util.Map;
import java.util.Optional;

import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Queue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the messages of a queue go that nobody can process.
 *
 * @param source the queue
 */
record DeadLetters(Source source) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final int FEWEST = 3;

	private static final int MOST = 10;

	/**
	 * Return the queue for dead letters, if messages can get there.
	 * @return the queue, or empty
	 */
	Optional<Queue> queue() {
		return target().filter((queue) -> isFifo(queue.name()) == isFifo(this.source.queue().name()))
			.filter((queue) -> !isConsumed(queue))
			.filter((queue) -> isOpen(queue.attributes()));
	}

	/**
	 * Demand a redrive policy that works, and dead letters that are kept long enough.
	 * @throws LearnerFailure when something is missing
	 */
	void require() {
		if (policy().isMissingNode()) {
			throw missing();
		}
		Queue target = target().orElseThrow(() -> failure("names a dead letter queue that does not exist: "
				+ policy().path("deadLetterTargetArn").asString(""),
				"a deadLetterTargetArn of a queue of this template",
				policy().path("deadLetterTargetArn").asString("nothing")));
		requireKind(target);
		requireReceives();
		requireRetention(target);
		requireVisibility();
	}

	private LearnerFailure missing() {
		boolean elsewhere = this.source.function().configuration().deadLetterConfig() != null;
		String hint = elsewhere ? " The dead letter queue of the function does not help: it is for events that are sent "
				+ "to the function asynchronously. Lambda invokes the function synchronously with what it reads from a "
				+ "queue, and the queue itself counts the receives." : "";
		return LearnerFailure
			.because("The queue %s has no RedrivePolicy, so a bad message returns until the queue forgets it.%s",
					this.source.name(), hint)
			.expected("RedrivePolicy with deadLetterTargetArn and maxReceiveCount")
			.observed("no RedrivePolicy at %s%s", this.source.name(),
					elsewhere ? ", and a dead letter queue at the function" : "")
			.at(this.source.place("RedrivePolicy"));
	}

	private void requireKind(Queue target) {
		boolean fifo = isFifo(this.source.queue().name());
		if (isFifo(target.name()) != fifo) {
			throw failure(
					"names " + name(target) + ", which is a " + (fifo ? "standard" : "FIFO")
							+ " queue: the dead letter queue of a " + (fifo ? "FIFO" : "standard")
							+ " queue must be one as well",
					"a " + (fifo ? "FIFO" : "standard") + " queue", name(target));
		}
		if (isConsumed(target)) {
			throw failure("names " + name(target) + ", which a function reads: dead letters would be processed again",
					"a queue that no function reads", name(target));
		}
		if (!isOpen(target.attributes())) {
			throw failure("names " + name(target) + ", whose RedriveAllowPolicy does not let it in",
					"a RedriveAllowPolicy that allows " + this.source.name(),
					target.attributes().getOrDefault(QueueAttributeName.REDRIVE_ALLOW_POLICY, ""));
		}
	}

	private void requireReceives() {
		int receives = policy().path("maxReceiveCount").asInt(0);
		if (receives < FEWEST) {
			throw failure(
					"gives a message up after " + receives + " receives: a short disturbance makes good messages dead letters",
					"maxReceiveCount from 3 to 10", "maxReceiveCount " + receives)
				.at(this.source.place("RedrivePolicy/maxReceiveCount"));
		}
		if (receives > MOST) {
			throw failure("lets a bad message return " + receives + " times before it is given up",
					"maxReceiveCount from 3 to 10", "maxReceiveCount " + receives)
				.at(this.source.place("RedrivePolicy/maxReceiveCount"));
		}
	}

	private void requireRetention(Queue target) {
		// A FIFO queue counts the age of a message anew when it arrives as a dead letter.
		long kept = seconds(target.attributes(), QueueAttributeName.MESSAGE_RETENTION_PERIOD);
		long before = seconds(this.source.attributes(), QueueAttributeName.MESSAGE_RETENTION_PERIOD);
		if (!isFifo(this.source.queue().name()) && kept <= before) {
			throw LearnerFailure
				.because("%s keeps messages for %d s, and %s for %d s. A message keeps its age when it becomes a dead "
						+ "letter, so it may be gone before anybody looks.", name(target), kept, this.source.name(),
						before)
				.expected("a MessageRetentionPeriod of %s above %d", name(target), before)
				.observed("%d", kept)
				.at(this.source.run().stack().place(target.url(), "MessageRetentionPeriod"));
		}
	}

	private void requireVisibility() {
		long hidden = seconds(this.source.attributes(), QueueAttributeName.VISIBILITY_TIMEOUT);
		int timeout = this.source.function().configuration().timeout();
		if (hidden < timeout) {
			throw LearnerFailure
				.because("The queue %s hides a message for %d s, but the function may run for %d s. AWS refuses to create "
						+ "such an event source mapping.", this.source.name(), hidden, timeout)
				.expected("a VisibilityTimeout of at least %d, better six times as long", timeout)
				.observed("VisibilityTimeout %d", hidden)
				.at(this.source.place("VisibilityTimeout"));
		}
	}

	private LearnerFailure failure(String what, String expected, String observed) {
		return LearnerFailure.because("The RedrivePolicy of %s %s.", this.source.name(), what)
			.expected("%s", expected)
			.observed("%s", observed)
			.at(this.source.place("RedrivePolicy"));
	}

	private boolean isConsumed(Queue target) {
		String arn = target.arn();
		return this.source.run().eventSources().stream().anyMatch((mapping) -> mapping.sourceArn().equals(arn));
	}

	private boolean isOpen(Map<QueueAttributeName, String> attributes) {
		JsonNode allowed = read(attributes.getOrDefault(QueueAttributeName.REDRIVE_ALLOW_POLICY, ""));
		return switch (allowed.path("redrivePermission").asString("allowAll")) {
			case "denyAll" -> false;
			case "byQueue" -> allowed.path("sourceQueueArns")
				.valueStream()
				.anyMatch((arn) -> arn.asString("").equals(this.source.mapping().sourceArn()));
			default -> true;
		};
	}

	private Optional<Queue> target() {
		String arn = policy().path("deadLetterTargetArn").asString("");
		return arn.isEmpty() ? Optional.empty() : this.source.run().queueOf(arn);
	}

	private JsonNode policy() {
		return read(this.source.attributes().getOrDefault(QueueAttributeName.REDRIVE_POLICY, ""));
	}

	private String name(Queue queue) {
		return this.source.run().stack().name(queue.url());
	}

	private static boolean isFifo(String queue) {
		return queue.endsWith(".fifo");
	}

	private static long seconds(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
		String value = attributes.getOrDefault(name, "0");
		return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
	}

	private static JsonNode read(String text) {
		try {
			return MAPPER.readTree(text);
		}
		catch (JacksonException ex) {
			return MAPPER.missingNode();
		}
	}

}
