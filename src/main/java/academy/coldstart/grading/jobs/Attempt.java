package academy.coldstart.grading.jobs;

import java.util.UUID;

import academy.coldstart.submission.SubmissionId;

/**
 * One attempt of a worker at a job. Only the holder of the newest token may write a
 * result.
 *
 * @param submission the submission
 * @param token the token
 * @param number counts from 1 within the round
 * @param interruptions how often the application ended within the round while it worked
 * at this
 */
record Attempt(SubmissionId submission, UUID token, int number, int interruptions) {

	/** After so many attempts the platform gives up. */
	static final int LIMIT = 3;

	/**
	 * After so many ends of the application the submission itself may be what ends it,
	 * and others wait behind it.
	 */
	private static final int MOST_INTERRUPTIONS = 10;

	boolean isLast() {
		return isLast(this.number, this.interruptions);
	}

	boolean isOneTooMany() {
		return isOneTooMany(this.number, this.interruptions);
	}

	static boolean isLast(int number, int interruptions) {
		return number >= LIMIT || isOneTooMany(number, interruptions);
	}

	static boolean isOneTooMany(int number, int interruptions) {
		return number > LIMIT || interruptions > MOST_INTERRUPTIONS;
	}

}
