package academy.coldstart.grading.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.GradingState.Status;
import org.jspecify.annotations.Nullable;

/**
 * A grading that is not finished, as it stands at this moment, and those who follow it.
 */
final class LiveGrading {

	private final List<Subscription> subscriptions = new ArrayList<>();

	private GradingState state;

	private @Nullable UUID token;

	LiveGrading(GradingState state) {
		this.state = state;
	}

	synchronized GradingState state() {
		return this.state;
	}

	synchronized void subscribe(Subscription subscription) {
		this.subscriptions.removeIf(Subscription::isClosed);
		this.subscriptions.add(subscription);
		subscription.tell(this.state);
	}

	/**
	 * Note how many wait before this grading, if it still waits.
	 * @param ahead the number
	 */
	synchronized void place(int ahead) {
		if (this.state.status() == Status.QUEUED && this.state.ahead() != ahead) {
			change(Status.QUEUED, ahead, null, List.of());
		}
	}

	synchronized void released(UUID attempt) {
		if (attempt.equals(this.token)) {
			this.token = null;
			change(Status.QUEUED, 0, null, List.of());
		}
	}

	synchronized void started(UUID attempt) {
		this.token = attempt;
		change(Status.RUNNING, 0, null, List.of());
	}

	synchronized void stage(UUID attempt, String stage) {
		if (attempt.equals(this.token)) {
			change(Status.RUNNING, 0, stage, this.state.checks());
		}
	}

	synchronized void check(UUID attempt, CheckResult result) {
		if (attempt.equals(this.token)) {
			// A run that begins again has its results once more.
			List<CheckResult> checks = new ArrayList<>(
					this.state.checks().stream().filter((known) -> !known.id().equals(result.id())).toList());
			checks.add(result);
			change(Status.RUNNING, 0, this.state.stage(), checks);
		}
	}

	/**
	 * Take no more news from an attempt, because its result is about to be stored.
	 * @param attempt the attempt
	 * @return the number for the finished state
	 */
	synchronized long end(UUID attempt) {
		if (attempt.equals(this.token)) {
			this.token = null;
		}
		return this.state.sequence() + 1;
	}

	/**
	 * Note that the result is there and cannot be stored yet.
	 * @return the number for the finished state
	 */
	synchronized long delayed() {
		change(Status.RUNNING, 0, GradingState.SAVING, this.state.checks());
		return this.state.sequence() + 1;
	}

	synchronized void finished(GradeReport report) {
		this.token = null;
		this.state = new GradingState(this.state.submission(), this.state.exercise(), this.state.language(),
				this.state.sequence() + 1, Status.FINISHED, 0, null, report.checks(), report, this.state.submittedAt());
		tell();
		this.subscriptions.clear();
	}

	synchronized void cancelled(long sequence) {
		this.token = null;
		this.state = new GradingState(this.state.submission(), this.state.exercise(), this.state.language(), sequence,
				Status.CANCELLED, 0, null, List.of(), null, this.state.submittedAt());
		tell();
		this.subscriptions.clear();
	}

	private void change(Status status, int ahead, @Nullable String stage, List<CheckResult> checks) {
		this.state = new GradingState(this.state.submission(), this.state.exercise(), this.state.language(),
				this.state.sequence() + 1, status, ahead, stage, checks, null, this.state.submittedAt());
		tell();
	}

	private void tell() {
		this.subscriptions.forEach((subscription) -> subscription.tell(this.state));
	}

}
