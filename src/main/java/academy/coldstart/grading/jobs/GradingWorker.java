package academy.coldstart.grading.jobs;

import java.time.Clock;
import java.util.Optional;

import academy.coldstart.grading.GradeReport.Outcome;
import academy.coldstart.grading.GradedRun;
import academy.coldstart.submission.Submission;
import academy.coldstart.submission.Submissions;
import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Works at one job: claims it, grades, stores the result. Faults of the platform are
 * tried again; after the last attempt the grading ends without a verdict, and the learner
 * can ask for another round.
 */
@Component
class GradingWorker {

	private static final Logger logger = LoggerFactory.getLogger(GradingWorker.class);

	private final GradingTable table;

	private final LiveGradings live;

	private final Submissions submissions;

	private final SubmissionGrader grader;

	private final JobProperties properties;

	private final Clock clock;

	GradingWorker(GradingTable table, LiveGradings live, Submissions submissions, SubmissionGrader grader,
			JobProperties properties, Clock clock) {
		this.table = table;
		this.live = live;
		this.submissions = submissions;
		this.grader = grader;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Work at a job once.
	 * @param job the job
	 * @param scheduler tells whether the program is about to stop
	 * @return what becomes of the scheduled execution
	 */
	CompletionHandler<Void> work(JobId job, SchedulerState scheduler) {
		Optional<LiveGrading> waiting = this.live.find(job.submission());
		Optional<Attempt> claimed = this.table.claim(job);
		if (claimed.isEmpty() || waiting.isEmpty()) {
			return new OnCompleteRemove<>();
		}
		Attempt attempt = claimed.get();
		LiveGrading entry = waiting.get();
		entry.started(attempt.token());
		this.live.refreshQueue();
		GradedRun run = grade(attempt, entry);
		if (Thread.interrupted()) {
			// Writing as an interrupted thread would close the file of the database.
			logger.info("Grading was interrupted: submission={}", attempt.submission());
		}
		boolean graded = run.report().outcome() != Outcome.NOT_GRADED;
		if (!graded && scheduler.isShuttingDown()) {
			return release(attempt, entry, false);
		}
		return (graded || attempt.isLast()) ? finish(attempt, entry, run) : release(attempt, entry, true);
	}

	private GradedRun grade(Attempt attempt, LiveGrading entry) {
		Submission submission = this.submissions.find(attempt.submission()).orElseThrow();
		if (attempt.number() > Attempt.LIMIT) {
			return this.grader.notGraded(submission, 0, "platform-fault",
					"Coldstart stopped several times while it graded this. This is no verdict and used no attempt.");
		}
		return this.grader.grade(submission, new LiveProgress(entry, attempt.token()));
	}

	private CompletionHandler<Void> finish(Attempt attempt, LiveGrading entry, GradedRun run) {
		boolean stored = this.table.finish(attempt, run, entry.end(attempt.token()));
		if (stored) {
			this.live.finish(attempt.submission(), run.report());
			logger.info("Graded: submission={} outcome={} score={} attempt={}", attempt.submission(),
					run.report().outcome(), run.report().score(), attempt.number());
		}
		else {
			logger.warn("Result came too late and was dropped: submission={} attempt={}", attempt.submission(),
					attempt.number());
		}
		return new OnCompleteRemove<>();
	}

	private CompletionHandler<Void> release(Attempt attempt, LiveGrading entry, boolean counted) {
		if (!this.table.release(attempt, counted)) {
			return new OnCompleteRemove<>();
		}
		entry.released(attempt.token());
		this.live.refreshQueue();
		logger.warn("Will be graded again: submission={} attempt={}", attempt.submission(), attempt.number());
		return (complete, operations) -> operations.reschedule(complete,
				this.clock.instant().plus(this.properties.retryDelay()));
	}

}
