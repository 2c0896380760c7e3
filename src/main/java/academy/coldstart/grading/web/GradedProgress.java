package academy.coldstart.grading.web;

import java.util.List;

import academy.coldstart.course.Attempt;
import academy.coldstart.course.Attempt.Standing;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.course.Slug;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.Gradings;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads the learner's progress from the gradings.
 */
@Component
class GradedProgress implements LearnerProgress {

	private final Gradings gradings;

	GradedProgress(Gradings gradings) {
		this.gradings = gradings;
	}

	@Override
	public List<Attempt> attempts(Slug exercise) {
		return this.gradings.history(exercise).stream().map(GradedProgress::attempt).toList();
	}

	private static Attempt attempt(GradingState state) {
		GradeReport report = state.report();
		Standing standing = (state.status() == GradingState.Status.CANCELLED) ? Standing.CANCELLED : standing(report);
		boolean hasVerdict = standing == Standing.PASSED || standing == Standing.NOT_PASSED;
		return new Attempt(state.submission().toString(), state.language(), state.submittedAt(), standing,
				(report != null && hasVerdict) ? Integer.valueOf(report.score()) : null);
	}

	private static Standing standing(@Nullable GradeReport report) {
		if (report == null) {
			return Standing.UNDER_WAY;
		}
		return switch (report.outcome()) {
			case PASSED -> Standing.PASSED;
			case FAILED -> Standing.NOT_PASSED;
			case NOT_GRADED -> Standing.NOT_GRADED;
		};
	}

}
