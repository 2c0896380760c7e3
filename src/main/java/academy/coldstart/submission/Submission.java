package academy.coldstart.submission;

import java.time.Instant;

import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;

/**
 * What a learner handed in. It never changes.
 *
 * @param id its id
 * @param exercise the exercise
 * @param language the language
 * @param files the files
 * @param hash the SHA-256 of the files' names and contents, in hexadecimal
 * @param receivedAt when it was accepted
 */
public record Submission(SubmissionId id, Slug exercise, Language language, SourceFiles files, String hash,
		Instant receivedAt) {
}
