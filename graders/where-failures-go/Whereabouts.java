package academy.coldstart.graders.wherefailuresgo;

import java.util.List;
import java.util.stream.Collectors;

import academy.coldstart.grader.Run;

/**
 * Why no record of a failure was found: what the settings say about its way.
 *
 * @param aftermath what is left
 */
record Whereabouts(Aftermath aftermath) {

	/**
	 * Explain it.
	 * @return one or two sentences
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
		String name = Names.of(run(), destination);
		if (!this.aftermath.denied().isEmpty()) {
			return "A call on the way to %s was denied.".formatted(name);
		}
		if (destination.endsWith(".fifo")) {
			return "The destination %s is a FIFO %s, and Lambda delivers records to standard queues and topics only."
				.formatted(name, destination.contains(":sns:") ? "topic" : "queue");
		}
		if (new Routes(run()).way(destination, this.aftermath.live().function().name()).isPresent()) {
			return "The destination %s leads back to the function that failed.".formatted(name);
		}
		List<String> next = new Routes(run()).next(destination);
		String further = next.stream().map((arn) -> Names.of(run(), arn)).distinct().collect(Collectors.joining(", "));
		if (destination.contains(":sqs:") && !next.isEmpty()) {
			return "The destination is the queue %s, from which %s takes everything away.".formatted(name, further);
		}
		if (destination.contains(":sns:") || destination.contains(":events:")) {
			return "The destination is %s, which hands it on to %s.".formatted(name,
					next.isEmpty() ? "nobody" : further + ", where it did not arrive as Lambda wrote it");
		}
		return "The destination is %s.".formatted(name);
	}

	private String ofDeadLetters() {
		String target = this.aftermath.live().deadLetters();
		if (target.isEmpty()) {
			return "";
		}
		boolean unheard = target.contains(":sns:") && new Routes(run()).next(target).isEmpty();
		return " Its dead letters, which are events without a record, go to %s%s.".formatted(Names.of(run(), target),
				unheard ? ", to which nobody is subscribed" : "");
	}

	private Run run() {
		return this.aftermath.live().run();
	}

}
