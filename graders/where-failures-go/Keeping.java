package academy.coldstart.graders.wherefailuresgo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.coldstart.grader.CheckBlocked;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Queue;
import academy.coldstart.grader.Run;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.FunctionEventInvokeConfig;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * How long events are tried, and how what is given up is kept.
 *
 * @param aftermath what is left
 */
record Keeping(Aftermath aftermath) {

	private static final int HOUR = 3600;

	private static final int DAY = 24 * HOUR;

	void require() {
		requireAge();
		Stream.of(this.aftermath.recordsWay(), this.aftermath.deadLettersWay()).forEach(this::requireNoLoop);
		requireStandard(live().destination());
		List<Queue> places = places();
		if (places.isEmpty()) {
			throw new CheckBlocked("C1", "How a record is kept can be told when there is one.");
		}
		requireOneThatServes(places);
	}

	private void requireAge() {
		Integer age = live().settings().map(FunctionEventInvokeConfig::maximumEventAgeInSeconds).orElse(null);
		if (age == null || age > HOUR) {
			throw LearnerFailure
				.because("For callers of the alias %s, Lambda holds on to an event for %s.", LiveAlias.ALIAS,
						(age != null) ? age + " s"
								: "six hours, which is the default: no MaximumEventAgeInSeconds is set there")
				.expected("a MaximumEventAgeInSeconds of %d at most", HOUR)
				.observed("%s", (age != null) ? age : "no MaximumEventAgeInSeconds")
				.at(live().place("MaximumEventAgeInSeconds"));
		}
	}

	private void requireNoLoop(Way way) {
		Optional<List<String>> loop = way.to(live().function().name());
		if (loop.isPresent()) {
			String path = loop.get().stream().map((arn) -> Names.of(run(), arn)).collect(Collectors.joining(", then "));
			throw LearnerFailure
				.because("What the function could not process comes back to it: failures go to %s. It fails again there, "
						+ "and so on.", path)
				.expected("a queue that the function does not read")
				.observed("%s", path)
				.at(live().place("DestinationConfig"));
		}
	}

	private void requireStandard(String destination) {
		if (destination.endsWith(".fifo")) {
			throw LearnerFailure
				.because("The destination %s is FIFO. Lambda delivers records to standard queues and topics only.",
						Names.of(run(), destination))
				.expected("a standard queue or topic")
				.observed("%s", destination)
				.at(live().place("DestinationConfig"));
		}
	}

	// Where there is no record, it is judged where a record would stay.
	private List<Queue> places() {
		List<Find> finds = this.aftermath.records().isEmpty() ? this.aftermath.finds() : this.aftermath.records();
		return finds.stream()
			.map((find) -> find.queue().url())
			.distinct()
			.flatMap((url) -> run().queueOf(Shelves.arn(run(), url)).stream())
			.toList();
	}

	private void requireOneThatServes(List<Queue> places) {
		LearnerFailure first = null;
		for (Queue place : places) {
			LearnerFailure failure = judge(place);
			if (failure == null) {
				return;
			}
			first = (first != null) ? first : failure;
		}
		if (first != null) {
			throw first;
		}
	}

	private @Nullable LearnerFailure judge(Queue queue) {
		String name = Names.of(run(), queue);
		if (queue.name().endsWith(".fifo")) {
			return LearnerFailure.because("The record ended in %s, which is a FIFO queue.", name)
				.expected("a standard queue")
				.observed("%s", queue.name())
				.at(run().stack().place(queue.url(), "FifoQueue"));
		}
		int kept = Integer
			.parseInt(queue.attributes().getOrDefault(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "0"));
		if (kept < DAY) {
			return LearnerFailure
				.because("%s forgets messages after %d s, so a record may be gone before somebody looks.", name, kept)
				.expected("a MessageRetentionPeriod of %d at least", DAY)
				.observed("%d", kept)
				.at(run().stack().place(queue.url(), "MessageRetentionPeriod"));
		}
		return new Alarms(run(), queue, name).missing();
	}

	private LiveAlias live() {
		return this.aftermath.live();
	}

	private Run run() {
		return this.aftermath.live().run();
	}

}
