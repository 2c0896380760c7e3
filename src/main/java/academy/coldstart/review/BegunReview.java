package academy.coldstart.review;

import java.time.Instant;

import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;

/**
 * A review that is not decided yet.
 *
 * @param exercise the exercise
 * @param language the language
 * @param check the id of the check that counts
 * @param revision the revision of the draft that it began with
 * @param begunAt when it was begun
 */
record BegunReview(Slug exercise, Language language, String check, long revision, Instant begunAt) {
}
