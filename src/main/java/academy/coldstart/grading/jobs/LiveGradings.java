package academy.coldstart.grading.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import academy.coldstart.grading.GradeReport;
import academy.coldstart.submission.SubmissionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The gradings that are not finished and that somebody asked for or works at. A grading
 * is taken up from its row and let go when its result is stored, so memory grows with the
 * queue only.
 *
 * <p>
 * Rows are read while the entry is locked, so that no entry outlives its result. Never
 * call this from within a transaction.
 */
@Component
class LiveGradings {

	private static final Logger logger = LoggerFactory.getLogger(LiveGradings.class);

	private final Map<SubmissionId, LiveGrading> entries = new ConcurrentHashMap<>();

	private final GradingTable table;

	LiveGradings(GradingTable table) {
		this.table = table;
		table.skipSequences();
	}

	/**
	 * Return a grading that is not finished.
	 * @param submission the submission
	 * @return the grading, or empty when it is finished or unknown
	 */
	Optional<LiveGrading> find(SubmissionId submission) {
		return Optional.ofNullable(this.entries.computeIfAbsent(submission,
				(id) -> this.table.find(id)
					.filter((row) -> !row.status().isOver())
					.map((row) -> new LiveGrading(row.state(ahead(id))))
					.orElse(null)));
	}

	/**
	 * Let a grading go, and tell its last state to those who follow it.
	 * @param submission the submission
	 * @param report its report
	 */
	void finish(SubmissionId submission, GradeReport report) {
		LiveGrading ended = this.entries.remove(submission);
		if (ended != null) {
			ended.finished(report);
		}
	}

	/**
	 * Let a grading go that was cancelled, and tell those who follow it.
	 * @param submission the submission
	 * @param sequence the number of the cancelled state
	 */
	void cancel(SubmissionId submission, long sequence) {
		LiveGrading ended = this.entries.remove(submission);
		if (ended != null) {
			ended.cancelled(sequence);
		}
	}

	/**
	 * Tell those who wait how many are before them now. That is for their readers only:
	 * when it cannot be found out, they keep what they were told, and no grading suffers.
	 */
	void refreshQueue() {
		try {
			place(this.table.queue());
		}
		catch (DataAccessException ex) {
			logger.debug("The places in the queue could not be read", ex);
		}
	}

	private void place(List<SubmissionId> queue) {
		for (int i = 0; i < queue.size(); i++) {
			LiveGrading entry = this.entries.get(queue.get(i));
			if (entry != null) {
				entry.place(i);
			}
		}
	}

	private int ahead(SubmissionId submission) {
		return Math.max(0, this.table.queue().indexOf(submission));
	}

}
