package academy.coldstart.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradeReport;

/**
 * Prints two verdicts on the same files side by side.
 *
 * @param terminal where to
 */
record VerdictsPrinter(Terminal terminal) {

	private static final String ROW = "  %-7s  %-12s  %-12s  %s";

	void print(GradeReport then, GradeReport now) {
		line(String.format(Locale.ROOT, ROW, "", "then", "now", ""));
		List<String> different = new ArrayList<>();
		for (String id : ids(then, now)) {
			if (!print(id, find(then, id), find(now, id))) {
				different.add(id);
			}
		}
		boolean same = then.outcome() == now.outcome() && then.score() == now.score();
		line(String.format(Locale.ROOT, ROW, "verdict", verdict(then), verdict(now), word(same)));
		problem("then", then);
		problem("now", now);
		line("");
		line(summary(different, same, now));
	}

	private boolean print(String id, Optional<CheckResult> then, Optional<CheckResult> now) {
		boolean agree = then.map(CheckResult::outcome).equals(now.map(CheckResult::outcome));
		String title = now.or(() -> then).map(CheckResult::title).orElse("");
		line(String.format(Locale.ROOT, ROW, id, outcome(then), outcome(now), word(agree) + "  " + title));
		if (!agree) {
			message("then", then);
			message("now", now);
		}
		return agree;
	}

	private void message(String when, Optional<CheckResult> check) {
		check.map(CheckResult::message).ifPresent((message) -> line("           " + when + ": " + message));
	}

	private void problem(String when, GradeReport report) {
		GradeReport.Problem problem = report.problem();
		if (problem != null) {
			line("           " + when + ": " + problem.message());
		}
	}

	private static List<String> ids(GradeReport then, GradeReport now) {
		List<String> ids = new ArrayList<>(now.checks().stream().map(CheckResult::id).toList());
		then.checks().stream().map(CheckResult::id).filter((id) -> !ids.contains(id)).forEach(ids::add);
		return ids;
	}

	private static Optional<CheckResult> find(GradeReport report, String id) {
		return report.checks().stream().filter((check) -> check.id().equals(id)).findFirst();
	}

	private static String outcome(Optional<CheckResult> check) {
		return check.map((found) -> found.outcome().name().toLowerCase(Locale.ROOT)).orElse("not there");
	}

	private static String verdict(GradeReport report) {
		return switch (report.outcome()) {
			case PASSED -> "passed, " + report.score();
			case FAILED -> "failed, " + report.score();
			case NOT_GRADED -> "not graded";
		};
	}

	private static String word(boolean agree) {
		return agree ? "same   " : "differs";
	}

	private static String summary(List<String> different, boolean same, GradeReport now) {
		if (now.outcome() == GradeReport.Outcome.NOT_GRADED) {
			return "Coldstart failed this time, so nothing can be said. Try again.";
		}
		if (!different.isEmpty()) {
			return "Different from then: " + String.join(", ", different) + ".";
		}
		return same ? "Every check and the verdict are the same as then."
				: "Every check is the same as then; the verdict is not, as the points or the gates of the exercise changed.";
	}

	private void line(String text) {
		this.terminal.result(Terminal.plain(text));
	}

}
