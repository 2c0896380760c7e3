package academy.coldstart.course;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What an attempt meant for a review.
 *
 * @param check what holds when the check that counts passes, as a sentence
 * @param outcome what became of the review
 * @param next the day on which the exercise comes up again, or null when it does not
 */
public record ReviewVerdict(String check, Outcome outcome, @Nullable LocalDate next) {

	/**
	 * What became of a review.
	 */
	public enum Outcome {

		/** The check passes. */
		PASSED,

		/** The check does not hold. */
		FAILED,

		/** The check could not run, so the review goes on. */
		OPEN

	}

}
