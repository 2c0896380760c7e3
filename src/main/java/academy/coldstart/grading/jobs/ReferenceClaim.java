package academy.coldstart.grading.jobs;

import java.util.UUID;

import academy.coldstart.grading.ReferenceKey;

/**
 * One attempt of a worker at the run of a reference solution. Only the holder of the
 * newest token may write a result.
 *
 * @param job the job
 * @param key what the run is made with
 * @param token the token
 * @param number counts from 1 within the round
 * @param interruptions how often the application ended within the round while it worked
 * at this
 */
record ReferenceClaim(ReferenceJob job, ReferenceKey key, UUID token, int number, int interruptions) {

	boolean isLast() {
		return Attempt.isLast(this.number, this.interruptions);
	}

	boolean isOneTooMany() {
		return Attempt.isOneTooMany(this.number, this.interruptions);
	}

}
