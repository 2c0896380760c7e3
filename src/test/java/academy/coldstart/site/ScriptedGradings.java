package academy.coldstart.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import academy.coldstart.course.Attempt;
import academy.coldstart.course.Attempt.Standing;
import academy.coldstart.course.Slug;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.GradingState.Status;
import academy.coldstart.grading.Gradings;
import academy.coldstart.submission.SubmissionId;
import org.jspecify.annotations.Nullable;

/**
 * Gradings that go on when a test says so.
 */
public final class ScriptedGradings implements Gradings {

	private final Map<SubmissionId, GradingState> states = new ConcurrentHashMap<>();

	private final Map<SubmissionId, List<Consumer<GradingState>>> listeners = new ConcurrentHashMap<>();

	private final Map<SubmissionId, String> traces = new ConcurrentHashMap<>();

	private final Map<SubmissionId, String> endStates = new ConcurrentHashMap<>();

	private final Map<SubmissionId, Duration> estimates = new ConcurrentHashMap<>();

	private final List<SubmissionId> retried = new CopyOnWriteArrayList<>();

	/**
	 * Let a grading wait.
	 * @param id the submission
	 * @param exercise its exercise
	 * @param ahead how many wait before it
	 */
	public void queue(SubmissionId id, Slug exercise, int ahead) {
		publish(new GradingState(id, exercise.value(), "python", 1, Status.QUEUED, ahead, null, List.of(), null,
				Instant.now()));
	}

	/**
	 * Let a grading reach a stage.
	 * @param id the submission
	 * @param stage the stage
	 */
	public void stage(SubmissionId id, String stage) {
		GradingState state = known(id);
		publish(next(state, Status.RUNNING, stage, state.checks(), null));
	}

	/**
	 * Let a check have its result.
	 * @param id the submission
	 * @param result the result
	 */
	public void check(SubmissionId id, CheckResult result) {
		GradingState state = known(id);
		List<CheckResult> checks = new ArrayList<>(state.checks());
		checks.add(result);
		publish(next(state, Status.RUNNING, "check", checks, null));
	}

	/**
	 * Let a grading end.
	 * @param id the submission
	 * @param report its report
	 * @param trace its trace
	 */
	public void finish(SubmissionId id, GradeReport report, @Nullable String trace) {
		if (trace != null) {
			this.traces.put(id, trace);
		}
		publish(next(known(id), Status.FINISHED, null, report.checks(), report));
	}

	/**
	 * Let a grading have left something.
	 * @param id the submission
	 * @param state its state at the end
	 */
	public void endState(SubmissionId id, String state) {
		this.endStates.put(id, state);
	}

	public List<SubmissionId> retried() {
		return List.copyOf(this.retried);
	}

	/**
	 * Return how many follow a grading.
	 * @param id the submission
	 * @return the number of open subscriptions
	 */
	public int followers(SubmissionId id) {
		return this.listeners.getOrDefault(id, List.of()).size();
	}

	@Override
	public Optional<GradingState> find(SubmissionId submission) {
		return Optional.ofNullable(this.states.get(submission));
	}

	@Override
	public Optional<String> endState(SubmissionId submission) {
		return Optional.ofNullable(this.endStates.get(submission));
	}

	@Override
	public Optional<String> trace(SubmissionId submission) {
		return Optional.ofNullable(this.traces.get(submission));
	}

	/**
	 * Return what became of what was handed in, newest first.
	 * @param exercise the exercise
	 * @return the attempts
	 */
	public List<Attempt> attempts(Slug exercise) {
		return history(exercise, 0).stream().map(ScriptedGradings::attempt).toList();
	}

	private static Attempt attempt(GradingState state) {
		GradeReport report = state.report();
		Standing standing = (state.status() == Status.CANCELLED) ? Standing.CANCELLED : standing(report);
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

	@Override
	public List<GradingState> history(Slug exercise, int skip) {
		return this.states.values()
			.stream()
			.filter((state) -> state.exercise().equals(exercise.value()))
			.sorted(Comparator.comparing(GradingState::submittedAt).reversed())
			.skip(skip)
			.limit(50)
			.toList();
	}

	@Override
	public synchronized AutoCloseable follow(SubmissionId submission, Consumer<GradingState> listener) {
		List<Consumer<GradingState>> following = this.listeners.computeIfAbsent(submission,
				(id) -> new CopyOnWriteArrayList<>());
		following.add(listener);
		listener.accept(known(submission));
		return () -> following.remove(listener);
	}

	@Override
	public void retry(SubmissionId submission) {
		this.retried.add(submission);
		publish(next(known(submission), Status.QUEUED, null, List.of(), null));
	}

	@Override
	public synchronized boolean cancel(SubmissionId submission) {
		if (known(submission).status().isOver()) {
			return false;
		}
		publish(next(known(submission), Status.CANCELLED, null, List.of(), null));
		return true;
	}

	@Override
	public Optional<Duration> estimate(SubmissionId submission) {
		return Optional.ofNullable(this.estimates.get(submission));
	}

	/**
	 * Let a grading that waits be expected to take some time.
	 * @param id the submission
	 * @param time the time
	 */
	public void expect(SubmissionId id, Duration time) {
		this.estimates.put(id, time);
	}

	private synchronized void publish(GradingState state) {
		this.states.put(state.submission(), state);
		this.listeners.getOrDefault(state.submission(), List.of()).forEach((listener) -> listener.accept(state));
	}

	private GradingState known(SubmissionId id) {
		return Objects.requireNonNull(this.states.get(id));
	}

	private static GradingState next(GradingState state, Status status, @Nullable String stage,
			List<CheckResult> checks, @Nullable GradeReport report) {
		return new GradingState(state.submission(), state.exercise(), state.language(), state.sequence() + 1, status, 0,
				stage, checks, report, state.submittedAt());
	}

}
