package academy.coldstart.grading.jobs;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import academy.coldstart.grading.GradedRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.stereotype.Component;

/**
 * Stores results. One that cannot be stored, because the disk is full or the database is
 * away, is kept and stored as soon as that works, instead of being graded again.
 */
@Component
class ResultKeeper {

	private static final Logger logger = LoggerFactory.getLogger(ResultKeeper.class);

	private static final long LONGEST_PAUSE = Duration.ofSeconds(5).toNanos();

	private final GradingTable table;

	private final RunningGradings running;

	ResultKeeper(GradingTable table, RunningGradings running) {
		this.table = table;
		this.running = running;
	}

	/**
	 * Store a result, however long that takes.
	 * @param attempt the attempt
	 * @param run its result
	 * @param entry the grading, whose followers are told when it takes long
	 * @return whether the attempt still held the job; if not, nothing is stored
	 * @throws DataAccessException when it can never be stored, or the application stops
	 */
	boolean store(Attempt attempt, GradedRun run, LiveGrading entry) {
		long sequence = entry.end(attempt.token());
		long pause = TimeUnit.MILLISECONDS.toNanos(200);
		boolean told = false;
		while (true) {
			try {
				return this.table.finish(attempt, run, sequence) || this.table.isFinishedBy(attempt);
			}
			catch (DataAccessException ex) {
				if (isHopeless(ex) || this.running.isStopped()) {
					throw ex;
				}
				if (!told) {
					logger.error("A result is kept until it can be stored: submission={}", attempt.submission(), ex);
					sequence = entry.delayed();
					told = true;
				}
			}
			LockSupport.parkNanos(pause);
			pause = Math.min(LONGEST_PAUSE, pause * 2);
		}
	}

	private static boolean isHopeless(DataAccessException ex) {
		return ex instanceof DataIntegrityViolationException || ex instanceof InvalidDataAccessResourceUsageException;
	}

}
