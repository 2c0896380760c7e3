package academy.coldstart.hint;

import java.time.Instant;

import academy.coldstart.submission.SubmissionId;

/**
 * A hint that was opened.
 *
 * @param submission the attempt in whose report it was opened
 * @param check the id of the check that it helps with
 * @param step its place among the hints of that check, from 1
 * @param openedAt when it was opened first
 */
record OpenedHint(SubmissionId submission, String check, int step, Instant openedAt) {

	boolean isSame(OpenedHint other) {
		return this.submission.equals(other.submission) && this.check.equals(other.check) && this.step == other.step;
	}

}
