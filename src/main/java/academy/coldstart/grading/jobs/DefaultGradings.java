package academy.coldstart.grading.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import academy.coldstart.course.Slug;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.Gradings;
import academy.coldstart.submission.SubmissionId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Answers from memory for gradings on their way, and from the table for those that are
 * done.
 */
@Service
class DefaultGradings implements Gradings {

	private static final Executor LISTENERS = (telling) -> Thread.ofVirtual().name("grading-listener").start(telling);

	private final GradingTable table;

	private final LiveGradings live;

	private final JobQueue queue;

	private final TransactionOperations transactions;

	private final Cancellation cancellation;

	private final Estimates estimates;

	DefaultGradings(GradingTable table, LiveGradings live, JobQueue queue, TransactionOperations transactions,
			Cancellation cancellation, Estimates estimates) {
		this.table = table;
		this.live = live;
		this.queue = queue;
		this.transactions = transactions;
		this.cancellation = cancellation;
		this.estimates = estimates;
	}

	@Override
	public Optional<GradingState> find(SubmissionId submission) {
		return this.live.find(submission)
			.map(LiveGrading::state)
			.or(() -> this.table.find(submission).map((row) -> row.state(0)));
	}

	@Override
	public Optional<String> trace(SubmissionId submission) {
		return this.table.trace(submission);
	}

	@Override
	public Optional<String> endState(SubmissionId submission) {
		return this.table.endState(submission);
	}

	@Override
	public List<GradingState> history(Slug exercise, int skip) {
		return this.table.history(exercise, skip).stream().map(this::present).toList();
	}

	@Override
	public AutoCloseable follow(SubmissionId submission, Consumer<GradingState> listener) {
		Subscription subscription = new Subscription(listener, LISTENERS);
		Optional<LiveGrading> grading = this.live.find(submission);
		if (grading.isPresent()) {
			grading.get().subscribe(subscription);
		}
		else {
			subscription.tell(find(submission)
				.orElseThrow(() -> new IllegalArgumentException("There is no submission " + submission)));
		}
		return subscription;
	}

	@Override
	public void retry(SubmissionId submission) {
		this.transactions.executeWithoutResult((status) -> this.queue.enqueueAgain(submission));
		this.queue.wakeUp();
	}

	@Override
	public boolean cancel(SubmissionId submission) {
		return this.cancellation.cancel(submission);
	}

	@Override
	public Optional<Duration> estimate(SubmissionId submission) {
		return this.estimates.of(submission);
	}

	private GradingState present(GradingRow row) {
		if (row.status().isOver()) {
			return row.state(0);
		}
		return find(row.submission()).orElseGet(() -> row.state(0));
	}

}
