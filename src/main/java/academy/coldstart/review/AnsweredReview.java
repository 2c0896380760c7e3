package academy.coldstart.review;

import java.time.Instant;

import academy.coldstart.course.Slug;

/**
 * A review that was a question.
 *
 * @param exercise the exercise
 * @param nth which of the answered reviews of the exercise it is, from 1
 * @param question the id of the question within its lesson's review
 * @param passed whether the first answer was right
 * @param answeredAt when it was answered
 */
record AnsweredReview(Slug exercise, int nth, String question, boolean passed, Instant answeredAt) {
}
