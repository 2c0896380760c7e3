package academy.coldstart.submission;

import java.time.Instant;
import java.util.UUID;

import academy.coldstart.course.Slug;

/**
 * An upload that broke a rule. It is kept so that nobody loses work.
 *
 * @param id its id
 * @param exercise the exercise
 * @param language the language as the sender stated it
 * @param rule the short name of the broken rule
 * @param message what was wrong and what to do
 * @param receivedAt when it arrived
 */
public record RejectedUpload(UUID id, Slug exercise, String language, String rule, String message, Instant receivedAt) {
}
