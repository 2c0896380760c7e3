package academy.coldstart.grading.jobs;

import java.time.Instant;
import java.util.List;

import academy.coldstart.course.Exercise;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradeReport.ExerciseVersion;
import academy.coldstart.grading.GradeReport.Graded;
import academy.coldstart.grading.GradeReport.Outcome;
import academy.coldstart.grading.GradeReport.Problem;
import academy.coldstart.grading.GradedRun;
import academy.coldstart.submission.Submission;

/**
 * The report of a grading that could not be made.
 */
final class NotGraded {

	private NotGraded() {
	}

	static GradedRun run(Submission submission, int version, Instant now, String kind, String message) {
		Graded graded = new Graded(submission.hash(), submission.language().id(),
				List.copyOf(submission.files().contents().keySet()));
		GradeReport report = new GradeReport(GradeReport.CONTRACT,
				new ExerciseVersion(submission.exercise().value(), version), graded, List.of(), Outcome.NOT_GRADED, 0,
				Exercise.PASS_MARK, 0, now, new Problem("run", kind, message, null, null, null), List.of(), List.of(),
				null, null, "trace.json");
		return new GradedRun(report, List.of());
	}

}
