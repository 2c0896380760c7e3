package academy.coldstart.grading;

import java.time.Instant;
import java.util.List;

import academy.coldstart.submission.SubmissionId;
import org.jspecify.annotations.Nullable;

/**
 * How a grading stands.
 *
 * @param submission the submission
 * @param exercise the exercise's slug
 * @param language the language id
 * @param sequence counts up with every change, from 1
 * @param status where it is
 * @param ahead how many gradings are waiting before it
 * @param stage the stage it is in, while it runs
 * @param checks the checks that have a result so far, in the order they finished
 * @param report the report, when it is done
 * @param submittedAt when the submission was accepted
 */
public record GradingState(SubmissionId submission, String exercise, String language, long sequence, Status status,
		int ahead, @Nullable String stage, List<CheckResult> checks, @Nullable GradeReport report,
		Instant submittedAt) {

	/**
	 * The stage in which a result waits to be stored, when that does not work at once.
	 */
	public static final String SAVING = "save";

	/**
	 * The stage in which a run begins again, because a part of the platform failed in the
	 * middle of it.
	 */
	public static final String REPEATING = "repeat";

	public GradingState {
		checks = List.copyOf(checks);
	}

	/**
	 * Where a grading is.
	 */
	public enum Status {

		/** Waiting for a worker. */
		QUEUED,

		/** Being graded. */
		RUNNING,

		/** Has a report. */
		FINISHED,

		/** Was stopped by the learner before it had a report. It counts as no attempt. */
		CANCELLED;

		/**
		 * Return whether nothing more happens, unless somebody asks for it.
		 * @return whether it is finished or cancelled
		 */
		public boolean isOver() {
			return this == FINISHED || this == CANCELLED;
		}

	}

}
