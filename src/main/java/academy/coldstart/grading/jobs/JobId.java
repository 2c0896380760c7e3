package academy.coldstart.grading.jobs;

import academy.coldstart.submission.SubmissionId;

/**
 * Names a job: a submission, and the how-manieth time somebody asked to grade it. A new
 * round has a job of its own, so that it can't be confused with one that is just ending.
 *
 * @param submission the submission
 * @param round counts from 1
 */
record JobId(SubmissionId submission, int round) implements Job {

	static JobId parse(String text) {
		String[] parts = text.split("/", 2);
		return new JobId(SubmissionId.parse(parts[0]), Integer.parseInt(parts[1]));
	}

	@Override
	public String toString() {
		return this.submission + "/" + this.round;
	}

}
