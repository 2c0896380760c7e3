package academy.coldstart.graders.wherefailuresgo;

import java.util.List;
import java.util.stream.Stream;

import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.graders.wherefailuresgo.Aftermath.Sent;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.Invocation.Outcome;

/**
 * Whether the function got answers from the mail service, as its code does where neither
 * settings nor a slow machine keep it from that.
 *
 * @param aftermath what is left
 */
record Answers(Aftermath aftermath) {

	/** What the given code makes of a refusal, in each language. */
	private static final String ANSWERED = "the mail service answered";

	/** The Timeout of the starter in seconds. */
	private static final int TIMEOUT = 15;

	/**
	 * Demand that all attempts for an order were answered.
	 * @param sent the order
	 * @throws LearnerFailure when the settings of the function are why they were not
	 * @throws IllegalStateException when they are not
	 */
	void requireAll(Sent sent) {
		this.aftermath.live().run().confirmPossible();
		List<Invocation> lost = this.aftermath.attempts(sent).stream().filter((one) -> !isAnswered(one)).toList();
		if (lost.isEmpty()) {
			return;
		}
		boolean timedOut = lost.getLast().outcome() == Outcome.TIMED_OUT;
		if (timedOut && timeout() < TIMEOUT) {
			throw failure(sent, lost, "Its Timeout is %d s.".formatted(timeout()),
					"Timeout");
		}
		if (!timedOut && attempts().noneMatch(Answers::isAnswered)) {
			throw failure(sent, lost, "None of its attempts reached the mail service, as the given code does.", "");
		}
		throw new IllegalStateException("The attempt for order " + sent.orderId() + " ended with " + end(lost.getLast())
				+ ", although others reached the mail service");
	}

	private LearnerFailure failure(Sent sent, List<Invocation> lost, String reason, String property) {
		return LearnerFailure
			.because("The function does not run as it was given: for order %s it ended with %s. %s", sent.orderId(),
					end(lost.getLast()), reason)
			.expected("attempts that reach the mail service")
			.observed("%s", end(lost.getLast()))
			.evidence(lost.stream().map(Invocation::environment).distinct().toList())
			.at(this.aftermath.live().run().stack().place(this.aftermath.live().function().name(), property));
	}

	private int timeout() {
		return this.aftermath.live().function().configuration().timeout();
	}

	private Stream<Invocation> attempts() {
		return Stream.of(this.aftermath.hopeless(), this.aftermath.unlucky())
			.flatMap((sent) -> this.aftermath.attempts(sent).stream());
	}

	private static boolean isAnswered(Invocation attempt) {
		return attempt.outcome() == Outcome.SUCCEEDED || (attempt.response() != null
				&& String.valueOf(attempt.response().text()).contains(ANSWERED));
	}

	private static String end(Invocation attempt) {
		return (attempt.errorType() != null) ? attempt.errorType() : String.valueOf(attempt.outcome());
	}

}
