package academy.coldstart.course;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One attempt at an exercise.
 *
 * @param submission the id of what was handed in
 * @param language the language id
 * @param submittedAt when it was handed in
 * @param standing how it stands
 * @param score the points from 0 to 100, once it has a verdict
 */
public record Attempt(String submission, String language, Instant submittedAt, Standing standing,
		@Nullable Integer score) {

	/**
	 * How an attempt stands.
	 */
	public enum Standing {

		/** Waiting or being graded. */
		UNDER_WAY,

		/** The exercise was passed. */
		PASSED,

		/** The exercise was not passed yet. */
		NOT_PASSED,

		/** The platform failed; it does not count. */
		NOT_GRADED,
		/** The learner cancelled it; it does not count. */
		CANCELLED

	}

}
