package academy.coldstart.review;

import java.time.Instant;

import academy.coldstart.course.Slug;

/**
 * A review that was a question.
 *
 * @param exercise the exercise
 * @param question the id of the question within its lesson's review
 * @param passed whether the first answer was right
 * @param answeredAt when it was answered
 */
record AnsweredReview(Slug exercise, String question, boolean passed, Instant answeredAt) {
}
