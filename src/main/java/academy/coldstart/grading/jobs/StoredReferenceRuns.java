package academy.coldstart.grading.jobs;

import java.time.Instant;
import java.util.Optional;

import academy.coldstart.grading.ReferenceKey;
import academy.coldstart.grading.ReferenceRuns;
import academy.coldstart.grading.ReferenceState;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts the runs of reference solutions into the queue of the scheduler, below all
 * gradings, and finds those that were made.
 */
@Service
class StoredReferenceRuns implements ReferenceRuns {

	static final String TASK = "reference";

	private final ReferenceTable table;

	private final Scheduler scheduler;

	private final SteadyClock clock;

	private final TransactionOperations transactions;

	StoredReferenceRuns(ReferenceTable table, Scheduler scheduler, SteadyClock clock,
			TransactionOperations transactions) {
		this.table = table;
		this.scheduler = scheduler;
		this.clock = clock;
		this.transactions = transactions;
	}

	@Override
	public Optional<ReferenceState> find(ReferenceKey key) {
		return this.table.find(key);
	}

	@Override
	public void request(ReferenceKey key) {
		Instant now = this.clock.now();
		this.transactions
			.executeWithoutResult((status) -> this.table.request(key).ifPresent((job) -> schedule(job, now)));
		this.scheduler.triggerCheckForDueExecutions();
	}

	private void schedule(ReferenceJob job, Instant now) {
		this.scheduler.schedule(
				new TaskInstance.Builder<Void>(TASK, job.toString()).priority(JobClass.REFERENCE.priority()).build(),
				now);
	}

	@Override
	public Optional<String> trace(ReferenceKey key) {
		return this.table.trace(key);
	}

	@Override
	public Optional<String> endState(ReferenceKey key) {
		return this.table.endState(key);
	}

}
