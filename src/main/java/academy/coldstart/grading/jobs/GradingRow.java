package academy.coldstart.grading.jobs;

import java.time.Instant;
import java.util.List;

import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.GradingState.Status;
import academy.coldstart.submission.SubmissionId;
import org.jspecify.annotations.Nullable;

/**
 * A grading as it is stored.
 *
 * @param submission the submission
 * @param exercise the exercise's slug
 * @param language the language id
 * @param status where it is
 * @param sequence the number of its state
 * @param report the report, when it is done
 * @param submittedAt when the submission was accepted
 */
record GradingRow(SubmissionId submission, String exercise, String language, Status status, long sequence,
		@Nullable GradeReport report, Instant submittedAt) {

	GradingState state(int ahead) {
		return new GradingState(this.submission, this.exercise, this.language, this.sequence, this.status, ahead, null,
				(this.report != null) ? this.report.checks() : List.of(), this.report, this.submittedAt);
	}

}
