package academy.coldstart.grading.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.Gradings;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.LastRun;
import academy.coldstart.submission.LastRuns;
import academy.coldstart.submission.Submission;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.submission.Submissions;
import academy.coldstart.trace.Trace;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

/**
 * Reads the last results from the gradings. A report never changes, so what was read of
 * one is remembered for a while.
 */
@Component
class GradedRuns implements LastRuns {

	private static final int REMEMBERED = 100;

	/** How many gradings their history answers with at most. */
	private static final int PAGE = 50;

	private final Submissions submissions;

	private final Gradings gradings;

	private final Drafts drafts;

	private final TraceReader traces;

	private final Cache<Key, LastRun> read = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

	GradedRuns(Submissions submissions, Gradings gradings, Drafts drafts, TraceReader traces) {
		this.submissions = submissions;
		this.gradings = gradings;
		this.drafts = drafts;
		this.traces = traces;
	}

	@Override
	public Optional<LastRun> find(Slug exercise, Language language) {
		Optional<GradingState> latest = this.submissions.latest(exercise, language)
			.flatMap((submission) -> this.gradings.find(submission.id()))
			.filter(GradedRuns::hasVerdict);
		return latest.or(() -> finished(exercise, language))
			.flatMap((state) -> this.submissions.find(state.submission())
				.map((submission) -> run(submission, state, Objects.requireNonNull(state.report()))));
	}

	// While one waits, and when one was cancelled, the one before it says more.
	private Optional<GradingState> finished(Slug exercise, Language language) {
		return Stream.iterate(0, (skip) -> skip + PAGE)
			.map((skip) -> this.gradings.history(exercise, skip))
			.takeWhile((page) -> !page.isEmpty())
			.flatMap(List::stream)
			.filter((state) -> state.language().equals(language.id()) && hasVerdict(state))
			.findFirst();
	}

	private static boolean hasVerdict(GradingState state) {
		GradeReport report = state.report();
		return report != null && report.outcome() != GradeReport.Outcome.NOT_GRADED;
	}

	private LastRun run(Submission submission, GradingState state, GradeReport report) {
		boolean earlier = this.drafts.isNewerThan(submission.id());
		return this.read.get(new Key(submission.id(), state.sequence(), earlier), (key) -> {
			List<Trace> runs = this.gradings.trace(submission.id()).map(this.traces::read).orElse(List.of());
			return new LastRunViews(submission, report, runs).view(earlier);
		});
	}

	/**
	 * What the results depend on.
	 *
	 * @param submission the submission
	 * @param sequence the number of its finished state
	 * @param earlier whether the draft has moved on
	 */
	private record Key(SubmissionId submission, long sequence, boolean earlier) {
	}

}
