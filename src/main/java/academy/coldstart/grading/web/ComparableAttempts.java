package academy.coldstart.grading.web;

import java.util.List;
import java.util.Optional;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.Gradings;
import academy.coldstart.grading.ReferenceKey;
import academy.coldstart.trace.Trace;

import org.springframework.stereotype.Component;

/**
 * Says which run of an attempt is compared with which run of the reference.
 */
@Component
class ComparableAttempts {

	private final Gradings gradings;

	private final Course course;

	private final TraceReader traces;

	ComparableAttempts(Gradings gradings, Course course, TraceReader traces) {
		this.gradings = gradings;
		this.course = course;
		this.traces = traces;
	}

	ComparableAttempt find(GradingState state) {
		GradeReport report = state.report();
		if (report == null || report.outcome() == GradeReport.Outcome.NOT_GRADED) {
			return new ComparableAttempt.Impossible("This attempt has no verdict, so there is nothing to compare yet.");
		}
		List<Trace> runs = this.gradings.trace(state.submission()).map(this.traces::read).orElse(List.of());
		return ShownRun.of(report, runs, null)
			.filter((run) -> !run.invocations().isEmpty())
			.map((run) -> find(state, report, run, runs.indexOf(run) + 1))
			.orElseGet(() -> new ComparableAttempt.Impossible(
					"The function was never invoked in this attempt, so there is nothing to compare yet. The report says what to fix first."));
	}

	private ComparableAttempt find(GradingState state, GradeReport report, Trace run, int number) {
		return exercise(state).filter((exercise) -> exercise.version() == report.exercise().version())
			.flatMap((exercise) -> Language.find(state.language())
				.flatMap((language) -> ReferenceKey.of(this.course, exercise, language, run.seed())))
			.<ComparableAttempt>map(
					(key) -> new ComparableAttempt.Possible(report, run, "Run " + number + ", seed " + run.seed(), key))
			.orElseGet(() -> new ComparableAttempt.Impossible(
					"The exercise has changed since this attempt was graded. Hand your code in again to compare it."));
	}

	String title(GradingState state) {
		return exercise(state).map(Exercise::title).orElse(state.exercise());
	}

	private Optional<Exercise> exercise(GradingState state) {
		return Slug.find(state.exercise()).flatMap(this.course::exercise);
	}

}
