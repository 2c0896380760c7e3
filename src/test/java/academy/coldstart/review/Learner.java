package academy.coldstart.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import academy.coldstart.course.Attempt;
import academy.coldstart.course.Attempt.Standing;
import academy.coldstart.course.CheckDefinition;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.course.Slug;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradeReport.Outcome;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.GradingState.Status;
import academy.coldstart.grading.Gradings;
import academy.coldstart.site.SampleReports;
import academy.coldstart.submission.DraftBasis;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.Submission;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.submission.Submissions;
import academy.coldstart.submission.Upload;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;

/**
 * Hands work in on days of their choice, and is graded as they want it.
 */
final class Learner implements LearnerProgress {

	private static final LocalTime NOON = LocalTime.of(12, 0);

	private final Map<SubmissionId, GradingState> states = new ConcurrentHashMap<>();

	private volatile Instant now = LocalDate.of(2026, 11, 20).atTime(NOON).atZone(ZoneId.systemDefault()).toInstant();

	void forget() {
		this.states.clear();
	}

	Instant now() {
		// No two things happen in the same moment.
		this.now = this.now.plusMillis(1);
		return this.now;
	}

	void goTo(LocalDate day) {
		this.now = day.atTime(NOON).atZone(ZoneId.systemDefault()).toInstant();
	}

	/**
	 * Hand work in from the page of the exercise.
	 * @param place where it is accepted
	 * @param language the language
	 * @param revision the revision of the draft that the page was filled from, or null
	 * where a program sends it
	 * @return the id of the submission, which waits
	 */
	SubmissionId handIn(Places place, Language language, @Nullable Long revision) {
		Exercise exercise = place.exercise();
		String path = (language == Language.PYTHON) ? "handler.py" : "src/index.mjs";
		Submission submission = place.submissions()
			.accept(exercise, language.id(), UUID.randomUUID(), new Upload.Form(Map.of(path, "code of " + this.now)))
			.submission();
		if (revision != null) {
			place.drafts().handedIn(submission, new DraftBasis(revision, false));
		}
		this.states.put(submission.id(), new GradingState(submission.id(), exercise.slug().value(), language.id(), 1,
				Status.QUEUED, 0, null, List.of(), null, submission.receivedAt()));
		return submission.id();
	}

	void graded(SubmissionId id, GradeReport report) {
		this.states.computeIfPresent(id, (key, state) -> new GradingState(id, state.exercise(), state.language(), 2,
				Status.FINISHED, 0, null, report.checks(), report, state.submittedAt()));
	}

	/**
	 * Make the report of a grading.
	 * @param exercise the exercise
	 * @param failing the ids of the checks that do not hold
	 * @return the report
	 */
	static GradeReport report(Exercise exercise, String... failing) {
		List<String> failed = List.of(failing);
		List<CheckResult> checks = new ArrayList<>();
		for (CheckDefinition check : exercise.checks()) {
			checks.add(failed.contains(check.id()) ? SampleReports.failed(check) : SampleReports.passed(check));
		}
		return SampleReports.report(exercise, failed.isEmpty() ? Outcome.PASSED : Outcome.FAILED, checks, null);
	}

	@Override
	public List<Attempt> attempts(Slug exercise) {
		return history(exercise).map(Learner::attempt).toList();
	}

	Gradings gradings() {
		Gradings gradings = Mockito.mock(Gradings.class);
		given(gradings.find(any()))
			.willAnswer((call) -> Optional.ofNullable(this.states.get(call.<SubmissionId>getArgument(0))));
		given(gradings.history(any(), eq(0))).willAnswer((call) -> history(call.getArgument(0)).toList());
		return gradings;
	}

	private Stream<GradingState> history(Slug exercise) {
		return this.states.values()
			.stream()
			.filter((state) -> state.exercise().equals(exercise.value()))
			.sorted(Comparator.comparing(GradingState::submittedAt).reversed());
	}

	private static Attempt attempt(GradingState state) {
		GradeReport report = state.report();
		Standing standing = (report != null) ? standing(report.outcome()) : Standing.UNDER_WAY;
		boolean hasVerdict = standing == Standing.PASSED || standing == Standing.NOT_PASSED;
		return new Attempt(state.submission().toString(), state.language(), state.submittedAt(), standing,
				(report != null && hasVerdict) ? Integer.valueOf(report.score()) : null);
	}

	private static Standing standing(Outcome outcome) {
		return switch (outcome) {
			case PASSED -> Standing.PASSED;
			case FAILED -> Standing.NOT_PASSED;
			case NOT_GRADED -> Standing.NOT_GRADED;
		};
	}

	/**
	 * Where work is handed in.
	 *
	 * @param exercise the exercise
	 * @param submissions takes it in
	 * @param drafts keeps drafts
	 */
	record Places(Exercise exercise, Submissions submissions, Drafts drafts) {
	}

}
