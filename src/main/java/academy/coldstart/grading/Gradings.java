package academy.coldstart.grading;

import java.util.List;
import java.util.Optional;

import academy.coldstart.course.Slug;
import academy.coldstart.submission.SubmissionId;

/**
 * The gradings of submissions: waiting, running and done. Every
 * {@code SubmissionReceived} becomes one.
 */
public interface Gradings {

	/**
	 * Return how a grading stands.
	 * @param submission the submission
	 * @return its state, or empty when there is no such submission
	 */
	Optional<GradingState> find(SubmissionId submission);

	/**
	 * Return the stored trace of a finished grading.
	 * @param submission the submission
	 * @return {@code trace.json}: an object with a list {@code runs}, one trace per seed
	 */
	Optional<String> trace(SubmissionId submission);

	/**
	 * Return the gradings of an exercise, newest first.
	 * @param exercise the exercise
	 * @return at most 50
	 */
	List<GradingState> history(Slug exercise);

	/**
	 * Follow a grading. The listener hears the present state at once and every later one,
	 * until a finished state or until the subscription is closed.
	 * @param submission the submission
	 * @param listener hears states, one at a time
	 * @return closes the subscription
	 */
	AutoCloseable follow(SubmissionId submission, java.util.function.Consumer<GradingState> listener);

	/**
	 * Grade a submission again that the platform failed to grade.
	 * @param submission the submission
	 */
	void retry(SubmissionId submission);

}
