package academy.coldstart.grading.jobs;

import academy.coldstart.submission.SubmissionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Stops gradings that wait or run. The row decides who was first: a worker writes its
 * result only while the job is its own, and here it is taken away. Whatever is still
 * scheduled for a cancelled grading finds nothing to claim.
 */
@Component
class Cancellation {

	private static final Logger logger = LoggerFactory.getLogger(Cancellation.class);

	/** More states than a grading can have while it is being cancelled. */
	private static final int SEQUENCE_GAP = 1000;

	private final GradingTable table;

	private final LiveGradings live;

	private final RunningGradings running;

	Cancellation(GradingTable table, LiveGradings live, RunningGradings running) {
		this.table = table;
		this.live = live;
		this.running = running;
	}

	/**
	 * Cancel a grading.
	 * @param submission the submission
	 * @return whether it is cancelled now
	 */
	boolean cancel(SubmissionId submission) {
		long sequence = this.live.find(submission).map((entry) -> entry.state().sequence()).orElse(0L) + SEQUENCE_GAP;
		if (!this.table.cancel(submission, sequence)) {
			return false;
		}
		this.running.cancel(submission);
		this.live.cancel(submission, sequence);
		this.live.refreshQueue();
		logger.info("Cancelled: submission={}", submission);
		return true;
	}

}
