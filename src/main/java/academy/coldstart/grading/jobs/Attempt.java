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
 */
record Attempt(SubmissionId submission, UUID token, int number) {

	/** After so many attempts the platform gives up. */
	static final int LIMIT = 3;

	boolean isLast() {
		return this.number >= LIMIT;
	}

}
