package academy.coldstart.grading;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The result of one check: the worse of its seeds.
 *
 * @param id the id within the exercise
 * @param title what holds when it passes
 * @param gate whether the exercise can only be passed with it
 * @param points the points reached
 * @param maxPoints the points it is worth
 * @param outcome how it ended
 * @param message what happened, or null when it passed
 * @param expected what was expected
 * @param observed what was observed
 * @param seed the seed it was decided by
 * @param place where to look in the learner's files, when that is known
 * @param blockedBy what kept a blocked check from running
 * @param evidence ids within the trace of that seed
 * @param durationMs how long it took, in milliseconds
 */
public record CheckResult(String id, String title, boolean gate, int points, int maxPoints, Outcome outcome,
		@Nullable String message, @Nullable String expected, @Nullable String observed, long seed,
		@Nullable Place place, @Nullable String blockedBy, List<String> evidence, long durationMs) {

	public CheckResult {
		evidence = List.copyOf(evidence);
	}

	/**
	 * How a check ended.
	 */
	public enum Outcome {

		/** It holds. */
		@JsonProperty("passed")
		PASSED,

		/** It does not hold. */
		@JsonProperty("failed")
		FAILED,

		/** It could not run because an earlier step failed. */
		@JsonProperty("blocked")
		BLOCKED,

		/** The platform failed. */
		@JsonProperty("errored")
		ERRORED

	}

	/**
	 * A place in the learner's files.
	 *
	 * @param file the file
	 * @param line the line, from 1
	 */
	public record Place(String file, int line) {
	}

}
