package academy.coldstart.review;

import java.time.Instant;

import academy.coldstart.course.Slug;
import academy.coldstart.submission.SubmissionId;

/**
 * What became of a review.
 *
 * @param submission the attempt that decided
 * @param exercise the exercise
 * @param check the id of the check that counted
 * @param passed whether it passed
 * @param decidedAt when the attempt was handed in
 */
record DecidedReview(SubmissionId submission, Slug exercise, String check, boolean passed, Instant decidedAt) {
}
