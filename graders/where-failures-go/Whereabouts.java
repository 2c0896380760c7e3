package academy.coldstart.graders.wherefailuresgo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import academy.coldstart.grader.Run;
import academy.coldstart.trace.Invocation;

/**
 * Why no record of a failure was found: what the settings say about its way.
 *
 * @param aftermath what is left
 */
record Whereabouts(Aftermath aftermath) {

	/**
	 * Explain it.
	 * @return one or two sentences
	 * @throws IllegalStateException when the settings say that it should have been found
	 */
	String explain() {
		LiveAlias live = this.aftermath.live();
		String destination = live.destination();
		if (!destination.isEmpty()) {
			return ofDestination(destination);
		}
		List<String> others = live.otherQualifiers();
		if (!others.isEmpty()) {
			return "The destination for failures is configured for %s, but checkout calls the alias %s, which has none."
				.formatted(String.join(", ", others), LiveAlias.ALIAS);
		}
		if (!live.successDestination().isEmpty()) {
			return "The alias %s has a destination for successes (OnSuccess) and none for failures (OnFailure)."
				.formatted(LiveAlias.ALIAS);
		}
		return "The alias %s has no destination for failures.%s".formatted(LiveAlias.ALIAS, ofDeadLetters());
	}

	private String ofDestination(String destination) {
		String name = name(destination);
		if (!this.aftermath.denied().isEmpty()) {
			return "A call on the way to %s was denied.".formatted(name);
		}
		if (destination.endsWith(".fifo")) {
			return "The destination %s is a FIFO %s, and Lambda delivers records to standard queues and topics only."
				.formatted(name, destination.contains(":sns:") ? "topic" : "queue");
		}
		Way way = this.aftermath.recordsWay();
		if (way.to(this.aftermath.live().function().name()).isPresent()) {
			return "The destination %s leads back to the function that failed.".formatted(name);
		}
		return way.functions()
			.stream()
			.flatMap((hop) -> ofFunction(hop).stream())
			.findFirst()
			.orElseGet(() -> ofPlace(destination, way));
	}

	private Optional<String> ofFunction(Hop hop) {
		if (hop.from() != null && hop.from().contains(":sqs:")) {
			return Optional.of("%s takes everything away from the queue %s.".formatted(name(hop.arn()), name(hop.from())));
		}
		Between between = new Between(run(), hop.arn());
		if (between.neverRuns()) {
			return Optional.of("%s never runs: its reserved concurrency is 0.".formatted(name(hop.arn())));
		}
		List<Invocation> runs = between.runs(this.aftermath.hopeless());
		if (runs.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(between.hasFailed(runs)
				? "%s got the record and failed with it: %s.".formatted(name(hop.arn()), Between.error(runs.getLast()))
				: "%s got the record, and what it made of it is no record any more, or went to no queue."
					.formatted(name(hop.arn())));
	}

	private String ofPlace(String destination, Way way) {
		String name = name(destination);
		if (destination.contains(":sqs:") && run().queueOf(destination).isEmpty()) {
			return "The destination is the queue %s, which does not exist.".formatted(name);
		}
		if (way.further().isEmpty() && destination.contains(":sns:")) {
			return "The destination is %s, which hands it on to nobody: %s.".formatted(name,
					new Routes(run()).subscriptions(destination).isEmpty() ? "there is no subscription"
							: "the FilterPolicy of its subscriptions keeps records out");
		}
		if (way.further().isEmpty() && destination.contains(":events:")) {
			return "The destination is %s, which hands it on to nobody: no rule there matches a record, whose source is lambda."
				.formatted(name);
		}
		String further = way.further().stream().map((hop) -> name(hop.arn())).distinct().collect(Collectors.joining(", "));
		if (way.queues().stream().anyMatch((hop) -> hop.whole() && run().queueOf(hop.arn()).isPresent())) {
			throw new IllegalStateException("No record came through " + destination + ", and nothing tells why");
		}
		return further.isEmpty() ? "The destination is %s.".formatted(name)
				: "The destination is %s, which hands it on to %s, where it did not arrive as Lambda wrote it."
					.formatted(name, further);
	}

	private String ofDeadLetters() {
		String target = this.aftermath.live().deadLetters();
		if (target.isEmpty()) {
			return "";
		}
		boolean unheard = target.contains(":sns:") && this.aftermath.deadLettersWay().further().isEmpty();
		return " Its dead letters, which are events without a record, go to %s%s.".formatted(name(target),
				unheard ? ", to which nobody is subscribed" : "");
	}

	private String name(String arn) {
		return Names.of(run(), arn);
	}

	private Run run() {
		return this.aftermath.live().run();
	}

}
