package academy.coldstart.grading.jobs;

import academy.coldstart.submission.SubmissionId;

/**
 * A grading that waits or runs.
 *
 * @param submission the submission
 * @param exercise the exercise's slug
 * @param language the language id
 * @param running whether it runs
 */
record PendingGrading(SubmissionId submission, String exercise, String language, boolean running) {
}
