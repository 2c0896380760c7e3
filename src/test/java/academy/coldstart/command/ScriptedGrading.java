package academy.coldstart.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.CheckResult.Outcome;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradedRun;
import academy.coldstart.grading.Grading;
import academy.coldstart.grading.GradingProgress;
import academy.coldstart.grading.GradingTask;
import org.jspecify.annotations.Nullable;

/**
 * Grades by what the comments in the handler say: {@code # C1 failed: message} or
 * {@code # fault: message}. A handler without comments fails everything, one that says
 * {@code # fine} nothing. A line that begins with {@code # 2: } counts in the second
 * grading of the program only, and so on.
 */
class ScriptedGrading implements Grading {

	final List<GradingTask> tasks = new CopyOnWriteArrayList<>();

	@Override
	public GradedRun grade(GradingTask task, GradingProgress progress) {
		this.tasks.add(task);
		String program = task.files().text("handler.py");
		long time = this.tasks.stream().filter((one) -> one.files().text("handler.py").equals(program)).count();
		List<String> lines = program.lines()
			.map((line) -> line.replaceFirst("^# " + time + ": ", "# "))
			.filter((line) -> line.startsWith("# ") && !line.matches("# \\d+: .*"))
			.toList();
		String fault = after(lines, "# fault: ");
		List<CheckResult> checks = new ArrayList<>();
		if (fault == null) {
			task.exercise().checks().forEach((check) -> checks.add(check(check, lines, task)));
		}
		return new GradedRun(report(task, checks, fault), List.of());
	}

	private static CheckResult check(CheckDefinition check, List<String> lines, GradingTask task) {
		for (Outcome outcome : Outcome.values()) {
			String message = after(lines,
					"# " + check.id() + " " + outcome.name().toLowerCase(java.util.Locale.ROOT) + ": ");
			if (message != null) {
				return result(check, outcome, message, task);
			}
		}
		return lines.isEmpty() ? result(check, Outcome.FAILED, "Nothing happened.", task)
				: result(check, Outcome.PASSED, null, task);
	}

	private static CheckResult result(CheckDefinition check, Outcome outcome, @Nullable String message,
			GradingTask task) {
		boolean passed = outcome == Outcome.PASSED;
		return new CheckResult(check.id(), check.title(), check.gate(), passed ? check.points() : 0, check.points(),
				outcome, message, passed ? null : "1 charge", passed ? null : "3 charges", task.seeds().get(0),
				passed ? null : new CheckResult.Place("handler.py", 12), null, List.of(), 10);
	}

	private static GradeReport report(GradingTask task, List<CheckResult> checks, @Nullable String fault) {
		int score = checks.stream().mapToInt(CheckResult::points).sum();
		boolean passed = score >= 70
				&& checks.stream().allMatch((check) -> !check.gate() || check.outcome() == Outcome.PASSED);
		boolean errored = fault != null || checks.stream().anyMatch((check) -> check.outcome() == Outcome.ERRORED);
		GradeReport.Outcome outcome = passed ? GradeReport.Outcome.PASSED : GradeReport.Outcome.FAILED;
		return new GradeReport(GradeReport.CONTRACT, new GradeReport.ExerciseVersion("charge-once", 3),
				new GradeReport.Graded("0", "python", List.of("handler.py")), task.seeds(),
				errored ? GradeReport.Outcome.NOT_GRADED : outcome, score, 70, 2400,
				Instant.parse("2026-11-01T10:00:00Z"),
				(fault != null) ? new GradeReport.Problem("run", "engine-crashed", fault, null, null, null) : null,
				List.of(), checks, new GradeReport.EngineUsed("LocalStack", "4.14.0", "host"),
				new GradeReport.RuntimeUsed("python3.13", "Python 3.13.0"), "trace.json");
	}

	private static @Nullable String after(List<String> lines, String beginning) {
		return lines.stream()
			.filter((line) -> line.startsWith(beginning))
			.map((line) -> line.substring(beginning.length()))
			.findFirst()
			.orElse(null);
	}

}
