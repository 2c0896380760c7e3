package academy.coldstart.graders.onebadapple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import academy.coldstart.grader.DeployedFunction;
import academy.coldstart.grader.EventSource;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Place;
import academy.coldstart.grader.Queue;
import academy.coldstart.grader.Run;
import academy.coldstart.grader.StackResource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.arns.Arn;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * A queue that delivers to a function, found by what it is: names are the learner's.
 *
 * @param run the run
 * @param mapping the event source mapping
 * @param queue the queue
 * @param attributes the attributes of the queue as they were deployed
 */
record Source(Run run, EventSource mapping, Queue queue, Map<QueueAttributeName, String> attributes) {

	private static final int BATCH_SIZE = 10;

	private static final int NEEDED = 5;

	private static final String RESPONSE_TYPE = "ReportBatchItemFailures";

	Source {
		attributes = Map.copyOf(attributes);
	}

	/**
	 * Find the only queue of a kind that delivers to a function.
	 * @param run the run
	 * @param fifo whether a FIFO queue is looked for
	 * @return the queue
	 * @throws LearnerFailure when there is none, or more than one
	 */
	static Source find(Run run, boolean fifo) {
		String kind = fifo ? "FIFO" : "standard";
		List<EventSource> all = run.eventSources();
		List<Source> found = all.stream()
			.filter((mapping) -> mapping.sourceArn().contains(":sqs:"))
			.filter((mapping) -> mapping.sourceArn().endsWith(".fifo") == fifo)
			.map((mapping) -> of(run, mapping))
			.toList();
		found = found.stream().filter(isDeadLetterQueueOf(found).negate()).toList();
		if (found.size() != 1) {
			throw LearnerFailure
				.because("%s %s queue delivers to a function in this template; this exercise needs one standard queue "
						+ "and one FIFO queue, each as an event source of the function.",
						found.isEmpty() ? "No" : "More than one", kind)
				.expected("1 event source mapping for a %s queue", kind)
				.observed("event source mappings for %s",
						all.isEmpty() ? "nothing" : all.stream().map((one) -> name(one.sourceArn())).toList())
				.at(functionPlace(run));
		}
		return found.getFirst();
	}

	private static Source of(Run run, EventSource mapping) {
		Queue queue = run.queueOf(mapping.sourceArn())
			.orElseThrow(() -> new IllegalStateException("There is no queue " + mapping.sourceArn()));
		return new Source(run, mapping, queue, queue.attributes());
	}

	private static Predicate<Source> isDeadLetterQueueOf(List<Source> others) {
		return (source) -> others.stream()
			.filter((other) -> !other.equals(source))
			.anyMatch((other) -> other.attributes.getOrDefault(QueueAttributeName.REDRIVE_POLICY, "")
				.contains("\"" + source.mapping.sourceArn() + "\""));
	}

	DeployedFunction function() {
		return this.run.function(this.mapping);
	}

	boolean readsAnswers() {
		return this.mapping.responseTypes().contains(RESPONSE_TYPE);
	}

	/**
	 * Return what the learner calls the queue.
	 * @return its name in the template
	 */
	String name() {
		return this.run.stack().name(this.queue.url());
	}

	@Nullable Place place(String property) {
		return this.run.stack().place(this.queue.url(), property);
	}

	@Nullable Place mappingPlace(String property) {
		return this.run.stack().place(this.mapping.uuid(), property);
	}

	/**
	 * Demand that the function is not throttled on purpose: what it cannot take would
	 * look like a failure of the queue.
	 * @throws LearnerFailure when it is
	 */
	void requireConcurrency() {
		if (!hasConcurrency()) {
			throw LearnerFailure
				.because("The function has a reserved concurrency of %d, so it turns deliveries away; this exercise "
						+ "delivers from two queues and directly at the same time.", reserved())
				.expected("no ReservedConcurrentExecutions")
				.observed("ReservedConcurrentExecutions: %d", reserved())
				.at(this.run.stack().place(this.mapping.function(), "ReservedConcurrentExecutions"));
		}
	}

	boolean hasConcurrency() {
		return reserved() >= NEEDED;
	}

	private int reserved() {
		return this.run.function(this.mapping).reservedConcurrency().orElse(Integer.MAX_VALUE);
	}

	/**
	 * Demand that the mapping gathers ten messages at once, and reads at all.
	 * @throws LearnerFailure when it does not
	 */
	void requireBatches() {
		if (!this.mapping.enabled()) {
			throw unlike("Enabled", "is switched off", "Enabled: true", "Enabled: false");
		}
		if (this.mapping.batchSize() != BATCH_SIZE) {
			throw unlike("BatchSize",
					"has a batch size of " + this.mapping.batchSize() + "; this exercise is about batches of ten",
					"BatchSize: " + BATCH_SIZE, "BatchSize: " + this.mapping.batchSize());
		}
		if (this.mapping.windowSeconds() > 0) {
			throw unlike("MaximumBatchingWindowInSeconds",
					"waits " + this.mapping.windowSeconds() + " s for a batch to fill; this exercise does not",
					"no MaximumBatchingWindowInSeconds",
					"MaximumBatchingWindowInSeconds: " + this.mapping.windowSeconds());
		}
	}

	/**
	 * Demand that the mapping reads what the function answers.
	 * @throws LearnerFailure when it does not
	 */
	void requireAnswersAreRead() {
		if (!readsAnswers()) {
			throw unlike("FunctionResponseTypes",
					"does not read what the function answers: a function that returns has succeeded, and every message of "
							+ "the batch is deleted",
					"FunctionResponseTypes: [" + RESPONSE_TYPE + "]", responseTypes());
		}
	}

	/**
	 * Return what the mapping says about answers.
	 * @return such as {@code no FunctionResponseTypes}
	 */
	String responseTypes() {
		List<String> types = this.mapping.responseTypes();
		return types.isEmpty() ? "no FunctionResponseTypes" : "FunctionResponseTypes: " + types;
	}

	private LearnerFailure unlike(String property, String what, String expected, String observed) {
		return LearnerFailure.because("The event source mapping of %s %s.", name(), what)
			.expected("%s", expected)
			.observed("%s", observed)
			.at(mappingPlace(property));
	}

	private static @Nullable Place functionPlace(Run run) {
		Optional<StackResource> function = run.stack().ofType("AWS::Lambda::Function").stream().findFirst();
		return function.map((one) -> run.stack().place(one.physicalId(), "Events")).orElse(null);
	}

	static String name(String arn) {
		return Arn.fromString(arn).resource().resource();
	}

}
