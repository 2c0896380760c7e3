package academy.coldstart.submission;

import java.util.Optional;
import java.util.UUID;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;

/**
 * All submissions. What was accepted never changes.
 */
public interface Submissions {

	/**
	 * Accept an upload. The same files from the same rendered form are accepted once.
	 * @param exercise the exercise
	 * @param language the language id as the sender stated it
	 * @param form a random id that each rendered form carries
	 * @param upload what was handed in
	 * @return the stored submission
	 * @throws SubmissionRejected when the upload breaks a rule
	 */
	Receipt accept(Exercise exercise, String language, UUID form, Upload upload);

	/**
	 * Find a submission.
	 * @param id its id
	 * @return the submission with its files
	 */
	Optional<Submission> find(SubmissionId id);

	/**
	 * Find the newest submission for an exercise.
	 * @param exercise the exercise
	 * @param language the language
	 * @return the submission with its files
	 */
	Optional<Submission> latest(Slug exercise, Language language);

}
