package academy.coldstart.grading.jobs;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradeReport.ExerciseVersion;
import academy.coldstart.grading.GradeReport.Graded;
import academy.coldstart.grading.GradeReport.Outcome;
import academy.coldstart.grading.GradedRun;
import academy.coldstart.grading.Grading;
import academy.coldstart.grading.GradingProgress;
import academy.coldstart.grading.GradingTask;
import academy.coldstart.site.SampleStates;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.Trace;

/**
 * Does what the first line of the handler says: {@code wait} for a permit, {@code fault}
 * or {@code throw} as long as there are faults to come, or pass.
 */
class TestGrading implements Grading {

	final List<String> started = new CopyOnWriteArrayList<>();

	final Semaphore permits = new Semaphore(0);

	final AtomicInteger faultsToCome = new AtomicInteger();

	/** The handler of the reference solution. It is graded with one seed. */
	final AtomicReference<String> reference = new AtomicReference<>("pass reference\n");

	final AtomicInteger referencePoints = new AtomicInteger(100);

	@Override
	public GradedRun grade(GradingTask task, GradingProgress progress) {
		String text = task.files().text("handler.py");
		this.started.add(text);
		progress.stageStarted("package");
		if (text.startsWith("wait")) {
			await();
		}
		progress.stageStarted("check");
		if (this.faultsToCome.getAndUpdate((count) -> Math.max(0, count - 1)) > 0) {
			if (text.startsWith("throw")) {
				throw new IllegalStateException("The engine is on fire");
			}
			return new GradedRun(report(task, Outcome.NOT_GRADED, List.of()), List.of());
		}
		CheckResult result = check(task);
		progress.checkFinished(result);
		return new GradedRun(report(task, Outcome.PASSED, List.of(result)),
				isReference(task) ? List.of(trace(task)) : List.of(), SampleStates.states());
	}

	private static boolean isReference(GradingTask task) {
		return task.seeds().size() == 1;
	}

	private static Trace trace(GradingTask task) {
		return new Trace(Trace.CONTRACT, task.seeds().getFirst(), new AccountId("000000000001"), Instant.EPOCH,
				List.of(), List.of(), List.of(), List.of(), List.of());
	}

	private void await() {
		try {
			this.permits.acquire();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static CheckResult check(GradingTask task) {
		return new CheckResult("C1", "Charges once", true, 60, 60, CheckResult.Outcome.PASSED, null, null, null,
				task.seeds().get(0), new CheckResult.Place("handler.py", 3), null, List.of("c1"), 12);
	}

	private GradeReport report(GradingTask task, Outcome outcome, List<CheckResult> checks) {
		return new GradeReport(GradeReport.CONTRACT,
				new ExerciseVersion(task.exercise().slug().value(), task.exercise().version()),
				new Graded("0", task.language().id(), List.of("handler.py")), task.seeds(), outcome,
				isReference(task) ? this.referencePoints.get() : 60, 70, 12, Instant.parse("2026-11-01T10:00:00Z"),
				null, List.of(), checks, null, null, "trace.json");
	}

}
