package academy.coldstart.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradeReport;
import org.jspecify.annotations.Nullable;

/**
 * Prints a report for people, without hints.
 *
 * @param terminal where to
 */
record ReportPrinter(Terminal terminal) {

	private static final String INDENT = "            ";

	void print(GradeReport report) {
		int title = report.checks().stream().mapToInt((check) -> check.title().length()).max().orElse(0);
		report.checks().forEach((check) -> print(check, title));
		GradeReport.Problem problem = report.problem();
		if (problem != null) {
			detail("problem", problem.message());
			detail("look at", place(problem.file(), problem.line()));
			detail("output", problem.raw());
			print(problem.others(), problem.left());
		}
		line(verdict(report));
	}

	private void print(List<GradeReport.Problem.Other> others, int left) {
		for (GradeReport.Problem.Other other : others) {
			detail("and", other.message());
			detail("look at", place(other.file(), other.line()));
		}
		if (left > 0) {
			detail("and", left + " more");
		}
	}

	private void print(CheckResult check, int title) {
		String format = "  %s %-3s %s  %-" + Math.max(1, title) + "s  %3d of %3d points";
		line(String.format(Locale.ROOT, format, this.terminal.word(check.outcome()), check.id(),
				check.gate() ? this.terminal.star() : " ", Terminal.plain(check.title()), check.points(),
				check.maxPoints()));
		if (check.outcome() == CheckResult.Outcome.PASSED) {
			return;
		}
		detail("", check.message());
		detail("expected", check.expected());
		detail("observed", check.observed());
		detail("blocked by", check.blockedBy());
		CheckResult.Place place = check.place();
		detail("look at", (place != null) ? place(place.file(), place.line()) : null);
		if (check.outcome() == CheckResult.Outcome.FAILED) {
			detail("seed", Long.toString(check.seed()));
		}
	}

	private String verdict(GradeReport report) {
		String details = Terminal.seconds(report.durationMs())
				+ report.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ", ", seeds ", ""))
				+ engine(report) + runtime(report) + isolation(report);
		return switch (report.outcome()) {
			case PASSED ->
				this.terminal.good("passed") + " with " + report.score() + " of 100 points (" + details + ")";
			case FAILED -> this.terminal.bad("not passed").stripTrailing() + ": " + report.score() + " of 100 points, "
					+ report.passMark() + " are needed" + gates(report) + " (" + details + ")";
			case NOT_GRADED -> this.terminal.weak("not graded").stripTrailing()
					+ ": Coldstart failed, not the submission (" + details + ")";
		};
	}

	private String gates(GradeReport report) {
		List<String> missing = report.checks()
			.stream()
			.filter((check) -> check.gate() && check.outcome() != CheckResult.Outcome.PASSED)
			.map((check) -> check.id() + " " + this.terminal.star())
			.toList();
		return missing.isEmpty() ? "" : ", and " + String.join(", ", missing) + " must pass";
	}

	private static String engine(GradeReport report) {
		GradeReport.EngineUsed engine = report.engine();
		return (engine != null) ? ", " + engine.name() + " " + engine.version() + " (" + engine.mode() + ")" : "";
	}

	private static String isolation(GradeReport report) {
		GradeReport.IsolationUsed isolation = report.isolation();
		if (isolation == null) {
			return "";
		}
		return isolation.kind().equals("sandbox") ? ", sandbox" : ", no sandbox";
	}

	private static String runtime(GradeReport report) {
		GradeReport.RuntimeUsed runtime = report.runtime();
		return (runtime != null) ? ", " + runtime.id() + " (" + runtime.version() + ")" : "";
	}

	private static @Nullable String place(@Nullable String file, @Nullable Integer line) {
		return (file != null) ? file + ((line != null) ? ":" + line : "") : null;
	}

	private void detail(String label, @Nullable String text) {
		if (text == null || text.isBlank()) {
			return;
		}
		String first = label.isEmpty() ? "" : String.format(Locale.ROOT, "%-11s", label);
		String rest = " ".repeat(first.length());
		List<String> lines = Terminal.plain(text).strip().lines().toList();
		for (int i = 0; i < lines.size(); i++) {
			line(INDENT + ((i == 0) ? first : rest) + lines.get(i));
		}
	}

	private void line(String text) {
		this.terminal.result(text);
	}

}
