package academy.coldstart.grading.jobs;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Solution;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradeReport.Outcome;
import academy.coldstart.grading.GradeReport.Problem;
import academy.coldstart.grading.GradedRun;
import academy.coldstart.grading.Grading;
import academy.coldstart.grading.GradingProgress;
import academy.coldstart.grading.GradingTask;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Makes one run of a reference solution. It gives way to gradings, is tried again where
 * the platform failed, and counts as no attempt where it only gave way or found no
 * engine.
 */
@Component
class ReferenceWorker {

	private static final Logger logger = LoggerFactory.getLogger(ReferenceWorker.class);

	private static final int ALL_POINTS = 100;

	private final ReferenceTable table;

	private final GradingTable gradings;

	private final Grading grading;

	private final Course course;

	private final Retries retries;

	private final RunningGradings running;

	ReferenceWorker(ReferenceTable table, GradingTable gradings, Grading grading, Course course, Retries retries,
			RunningGradings running) {
		this.table = table;
		this.gradings = gradings;
		this.grading = grading;
		this.course = course;
		this.retries = retries;
		this.running = running;
	}

	/**
	 * Work at a job once.
	 * @param job the job
	 * @return what becomes of the scheduled execution
	 */
	CompletionHandler<Void> work(ReferenceJob job) {
		// Before looking for gradings, so that one which comes later finds it here.
		this.running.begin(job);
		try {
			return (this.running.isFull() && !this.gradings.queue().isEmpty()) ? this.retries.soon() : claimAndRun(job);
		}
		finally {
			this.running.end(job);
		}
	}

	boolean isAtWork(ReferenceJob job) {
		return this.running.isAtWork(job);
	}

	private CompletionHandler<Void> claimAndRun(ReferenceJob job) {
		Optional<ReferenceClaim> claimed = this.table.claim(job);
		if (claimed.isEmpty()) {
			return new OnCompleteRemove<>();
		}
		ReferenceClaim claim = claimed.get();
		Optional<Exercise> exercise = this.course.exercise(claim.key().exercise());
		Optional<Solution> solution = exercise.flatMap((one) -> claim.key().solution(this.course, one));
		if (solution.isEmpty()) {
			this.table.forget(claim);
			return new OnCompleteRemove<>();
		}
		return claim.isOneTooMany() ? fault(claim, "it was begun too often")
				: run(claim, new GradingTask(exercise.get(), claim.key().language(), solution.get().files(),
						List.of(claim.key().seed())));
	}

	private CompletionHandler<Void> run(ReferenceClaim claim, GradingTask task) {
		Optional<GradedRun> run = this.running.run(claim.job(), () -> this.grading.grade(task, GradingProgress.NONE));
		if (run.isEmpty()) {
			return release(claim, false, this.retries.soon());
		}
		GradeReport report = run.get().report();
		if (foundNoEngine(report)) {
			return release(claim, false, this.retries.whenThereIsAnEngine());
		}
		if (report.outcome() == Outcome.PASSED && report.score() == ALL_POINTS && !run.get().traces().isEmpty()) {
			return finish(claim, run.get());
		}
		// A verdict other than that of verify is as much our fault as no verdict.
		String found = report.outcome() + " with " + report.score() + " points";
		return claim.isLast() ? fault(claim, found) : release(claim, true, this.retries.soon());
	}

	private static boolean foundNoEngine(GradeReport report) {
		Problem problem = report.problem();
		return report.outcome() == Outcome.NOT_GRADED && problem != null
				&& Objects.equals(problem.kind(), Problem.ENGINE_UNAVAILABLE);
	}

	private CompletionHandler<Void> finish(ReferenceClaim claim, GradedRun run) {
		boolean stored = this.table.finish(claim, run);
		logger.info("Reference was run: exercise={} language={} seed={} stored={}", claim.key().exercise(),
				claim.key().language().id(), claim.key().seed(), stored);
		return new OnCompleteRemove<>();
	}

	private CompletionHandler<Void> fault(ReferenceClaim claim, String found) {
		logger.error("The reference could not be run: exercise={} language={} seed={} found={}", claim.key().exercise(),
				claim.key().language().id(), claim.key().seed(), found);
		this.table.fault(claim);
		return new OnCompleteRemove<>();
	}

	private CompletionHandler<Void> release(ReferenceClaim claim, boolean counted, CompletionHandler<Void> retry) {
		return this.table.release(claim, counted) ? retry : new OnCompleteRemove<>();
	}

}
