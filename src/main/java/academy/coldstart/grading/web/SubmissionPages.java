package academy.coldstart.grading.web;

import java.time.ZoneId;
import java.util.List;

import academy.coldstart.course.Course;
import academy.coldstart.course.CourseMap;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.Gradings;
import academy.coldstart.grading.RunJson;
import academy.coldstart.submission.Submission;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.submission.Submissions;
import academy.coldstart.trace.Trace;
import academy.coldstart.ui.Moment;
import academy.coldstart.ui.PageNotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts the pages of submissions together.
 */
@Component
class SubmissionPages {

	private final Gradings gradings;

	private final Submissions submissions;

	private final Course course;

	private final TraceReader traces;

	private final LearningNotes notes;

	private final Outlooks outlooks;

	SubmissionPages(Gradings gradings, Submissions submissions, Course course, TraceReader traces, LearningNotes notes,
			Outlooks outlooks) {
		this.gradings = gradings;
		this.submissions = submissions;
		this.course = course;
		this.traces = traces;
		this.notes = notes;
		this.outlooks = outlooks;
	}

	GradingState find(SubmissionId id) {
		return this.gradings.find(id).orElseThrow(() -> new PageNotFound("There is no submission with this number."));
	}

	LiveState live(GradingState state) {
		return LiveState.of(state, exercise(state), this.outlooks.of(state));
	}

	SubmissionPage page(GradingState state, @Nullable Long seed) {
		Exercise exercise = exercise(state);
		LiveState live = live(state);
		ReportView report = report(state, exercise, seed);
		return new SubmissionPage(address(state), live.summary(),
				(exercise != null) ? exercise.title() : state.exercise(),
				"/exercises/" + state.exercise() + "?language=" + state.language(),
				Language.find(state.language()).map(Language::title).orElse(state.language()),
				Moment.of(state.submittedAt(), ZoneId.systemDefault()), live, this.notes.isOutdated(state), report,
				this.notes.review(state, exercise), next(state), endState(state, report));
	}

	@Nullable HintsView hints(GradingState state, CheckResult result, @Nullable Long seed) {
		return this.notes.hints(state, result, exercise(state), seed);
	}

	private CourseMap.@Nullable Step next(GradingState state) {
		GradeReport report = state.report();
		boolean passed = report != null && report.outcome() == GradeReport.Outcome.PASSED;
		return passed ? Slug.find(state.exercise()).flatMap(this.course.map()::after).orElse(null) : null;
	}

	private @Nullable EndStateView endState(GradingState state, @Nullable ReportView report) {
		if (report == null) {
			return null;
		}
		return EndStateViews.of(this.gradings.endState(state.submission()).map(RunJson::readStates).orElse(List.of()),
				report);
	}

	private @Nullable ReportView report(GradingState state, @Nullable Exercise exercise, @Nullable Long seed) {
		GradeReport report = state.report();
		if (report == null) {
			return null;
		}
		List<Trace> runs = this.gradings.trace(state.submission()).map(this.traces::read).orElse(List.of());
		SourceFiles files = this.submissions.find(state.submission()).map(Submission::files).orElse(null);
		return new ReportViews(address(state), report, exercise, runs, this.notes.hints(state)).view(files, seed);
	}

	private @Nullable Exercise exercise(GradingState state) {
		return Slug.find(state.exercise()).flatMap(this.course::exercise).orElse(null);
	}

	private static String address(GradingState state) {
		return "/submissions/" + state.submission();
	}

}
