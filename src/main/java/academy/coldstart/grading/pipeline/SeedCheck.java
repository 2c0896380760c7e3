package academy.coldstart.grading.pipeline;

import java.util.List;

import academy.coldstart.grader.CheckBlocked;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Place;
import academy.coldstart.grading.CheckResult.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The result of a check with one seed.
 *
 * @param id the id of the check
 * @param outcome how it ended
 * @param message what happened, or null when it passed
 * @param expected what was expected
 * @param observed what was observed; the stack trace of an errored check
 * @param place where to look
 * @param blockedBy the step that was in the way
 * @param evidence ids within the trace of the run
 * @param durationMs how long it took
 */
record SeedCheck(String id, Outcome outcome, @Nullable String message, @Nullable String expected,
		@Nullable String observed, @Nullable Place place, @Nullable String blockedBy, List<String> evidence,
		long durationMs) {

	SeedCheck {
		evidence = List.copyOf(evidence);
	}

	static SeedCheck passed(String id, long durationMs) {
		return new SeedCheck(id, Outcome.PASSED, null, null, null, null, null, List.of(), durationMs);
	}

	static SeedCheck blocked(String id, String message, String step, long durationMs) {
		return new SeedCheck(id, Outcome.BLOCKED, message, null, null, null, step, List.of(), durationMs);
	}

	static SeedCheck errored(String id, Throwable fault, long durationMs) {
		return new SeedCheck(id, Outcome.ERRORED,
				fault.getClass().getSimpleName() + ": " + Problems.sentence(fault.getMessage()), null,
				Problems.trace(fault), null, null, List.of(), durationMs);
	}

	/**
	 * Tell what a check that did not pass means.
	 * @param id the id of the check
	 * @param thrown what it threw
	 * @param durationMs how long it took
	 * @return failed, blocked or errored
	 */
	static SeedCheck thrown(String id, Throwable thrown, long durationMs) {
		return switch (thrown) {
			case LearnerFailure failure -> new SeedCheck(id, Outcome.FAILED, failure.getMessage(), failure.expected(),
					failure.observed(), failure.place(), null, failure.evidence(), durationMs);
			case CheckBlocked blocked -> blocked(id, String.valueOf(blocked.getMessage()), blocked.step(), durationMs);
			default -> errored(id, thrown, durationMs);
		};
	}

}
