package academy.coldstart.grading.jobs;

import java.util.Objects;
import java.util.Optional;

import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradeReport.Outcome;
import academy.coldstart.grading.GradeReport.Problem;
import academy.coldstart.grading.GradedRun;
import academy.coldstart.submission.Submission;
import academy.coldstart.submission.Submissions;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Works at one job: claims it, grades, has the result stored. Faults of the platform are
 * tried again; after the last attempt the grading ends without a verdict, and the learner
 * can ask for another round. What found no engine, or was interrupted because the
 * application stops, does not count as an attempt. What was cancelled is left alone.
 */
@Component
class GradingWorker {

	private static final Logger logger = LoggerFactory.getLogger(GradingWorker.class);

	private final GradingTable table;

	private final LiveGradings live;

	private final Submissions submissions;

	private final SubmissionGrader grader;

	private final ResultKeeper results;

	private final Retries retries;

	private final RunningGradings running;

	GradingWorker(GradingTable table, LiveGradings live, Submissions submissions, SubmissionGrader grader,
			ResultKeeper results, Retries retries, RunningGradings running) {
		this.table = table;
		this.live = live;
		this.submissions = submissions;
		this.grader = grader;
		this.results = results;
		this.retries = retries;
		this.running = running;
	}

	/**
	 * Work at a job once.
	 * @param job the job
	 * @return what becomes of the scheduled execution
	 */
	CompletionHandler<Void> work(JobId job) {
		// Before it is claimed, so that whoever cancels a claimed job finds it here.
		this.running.begin(job);
		try {
			return claimAndGrade(job);
		}
		finally {
			this.running.end(job);
		}
	}

	/**
	 * Say whether a job is being worked at by this application.
	 * @param job the job
	 * @return whether it is
	 */
	boolean isAtWork(JobId job) {
		return this.running.isAtWork(job);
	}

	private CompletionHandler<Void> claimAndGrade(JobId job) {
		Optional<LiveGrading> waiting = this.live.find(job.submission());
		Optional<Attempt> claimed = this.table.claim(job);
		if (claimed.isEmpty() || waiting.isEmpty()) {
			return new OnCompleteRemove<>();
		}
		Attempt attempt = claimed.get();
		LiveGrading entry = waiting.get();
		entry.started(attempt.token());
		this.live.refreshQueue();
		Optional<GradedRun> run = grade(job, attempt, entry);
		if (run.isEmpty()) {
			return release(attempt, entry, false, this.retries.soon());
		}
		GradeReport report = run.get().report();
		if (foundNoEngine(report)) {
			return release(attempt, entry, false, this.retries.whenThereIsAnEngine());
		}
		boolean decided = report.outcome() != Outcome.NOT_GRADED || attempt.isLast();
		return decided ? finish(attempt, entry, run.get()) : release(attempt, entry, true, this.retries.soon());
	}

	private Optional<GradedRun> grade(JobId job, Attempt attempt, LiveGrading entry) {
		Submission submission = this.submissions.find(attempt.submission()).orElseThrow();
		if (attempt.isOneTooMany()) {
			return Optional.of(this.grader.notGraded(submission, 0, "platform-fault",
					"Coldstart ended again and again while it graded this, and does not begin once more by itself. This is no verdict and used no attempt."));
		}
		return this.grader.grade(job, submission, new LiveProgress(entry, attempt.token()));
	}

	private static boolean foundNoEngine(GradeReport report) {
		Problem problem = report.problem();
		return report.outcome() == Outcome.NOT_GRADED && problem != null
				&& Objects.equals(problem.kind(), Problem.ENGINE_UNAVAILABLE);
	}

	private CompletionHandler<Void> finish(Attempt attempt, LiveGrading entry, GradedRun run) {
		if (this.results.store(attempt, run, entry)) {
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

	private CompletionHandler<Void> release(Attempt attempt, LiveGrading entry, boolean counted,
			CompletionHandler<Void> retry) {
		if (!this.table.release(attempt, counted)) {
			return new OnCompleteRemove<>();
		}
		entry.released(attempt.token());
		this.live.refreshQueue();
		if (counted) {
			logger.warn("Will be graded again: submission={} attempt={}", attempt.submission(), attempt.number());
		}
		return retry;
	}

}
