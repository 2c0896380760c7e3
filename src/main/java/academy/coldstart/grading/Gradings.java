package academy.coldstart.grading;

import java.time.Duration;
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
	 * Return what was left in the tables, queues and buckets of a finished grading.
	 * @param submission the submission
	 * @return {@code end-state.json}: an object with a list {@code runs}, one state per
	 * seed of which it was read; empty when none was, as in old gradings
	 */
	Optional<String> endState(SubmissionId submission);

	/**
	 * Return gradings of an exercise, newest first.
	 * @param exercise the exercise
	 * @param skip how many of the newest to leave out
	 * @return at most 50
	 */
	List<GradingState> history(Slug exercise, int skip);

	/**
	 * Follow a grading. The listener hears the present state at once and every later one,
	 * until a finished state or until the subscription is closed.
	 * @param submission the submission
	 * @param listener hears states, one at a time
	 * @return closes the subscription
	 */
	AutoCloseable follow(SubmissionId submission, java.util.function.Consumer<GradingState> listener);

	/**
	 * Grade a submission again that the platform failed to grade, or whose grading was
	 * cancelled.
	 * @param submission the submission
	 */
	void retry(SubmissionId submission);

	/**
	 * Stop a grading that waits or runs. What it holds is given back at once. When it
	 * finishes at the same moment, it either has its report or is cancelled, never both.
	 * @param submission the submission
	 * @return whether it is cancelled now; not when it had finished before
	 */
	boolean cancel(SubmissionId submission);

	/**
	 * Say how long it will take until a grading that waits has its report, by how long
	 * gradings of the same exercises and languages took.
	 * @param submission the submission
	 * @return the time, or empty when it does not wait or nothing was measured yet
	 */
	Optional<Duration> estimate(SubmissionId submission);

}
