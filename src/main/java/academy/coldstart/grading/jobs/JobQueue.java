package academy.coldstart.grading.jobs;

import java.time.Instant;

import academy.coldstart.submission.SubmissionId;
import academy.coldstart.submission.SubmissionReceived;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Puts gradings into the queue of the scheduler. That happens in the transaction that
 * stores the submission: there is never the one without the other.
 */
@Component
class JobQueue {

	static final String TASK = "grading";

	private final GradingTable table;

	private final LiveGradings live;

	private final Scheduler scheduler;

	private final SteadyClock clock;

	private final RunningGradings running;

	JobQueue(GradingTable table, LiveGradings live, Scheduler scheduler, SteadyClock clock, RunningGradings running) {
		this.table = table;
		this.live = live;
		this.scheduler = scheduler;
		this.clock = clock;
		this.running = running;
	}

	@EventListener
	void enqueue(SubmissionReceived event) {
		Instant now = this.clock.now();
		this.table.insert(event.submission(), JobClass.SELF_PACED, now);
		schedule(new JobId(event.submission(), 1), JobClass.SELF_PACED, now);
	}

	@TransactionalEventListener
	void wakeUp(SubmissionReceived event) {
		wakeUp();
	}

	/**
	 * Schedule a job within the present transaction.
	 * @param job the job
	 * @param jobClass its class
	 * @param enqueuedAt its place among jobs of the same class
	 */
	void schedule(JobId job, JobClass jobClass, Instant enqueuedAt) {
		this.scheduler.schedule(
				new TaskInstance.Builder<Void>(TASK, job.toString()).priority(jobClass.priority()).build(), enqueuedAt);
	}

	/**
	 * Let the workers look for jobs that were scheduled by a transaction that is done.
	 * Runs of reference solutions give way to them.
	 */
	void wakeUp() {
		this.running.giveWay();
		this.scheduler.triggerCheckForDueExecutions();
		Thread.ofVirtual().name("grading-queue").start(this.live::refreshQueue);
	}

	/**
	 * Grade a submission again when its grading ended without a verdict.
	 * @param submission the submission
	 */
	void enqueueAgain(SubmissionId submission) {
		Instant now = this.clock.now();
		this.table.startRound(submission, JobClass.REGRADE, now)
			.ifPresent((job) -> schedule(job, JobClass.REGRADE, now));
	}

}
