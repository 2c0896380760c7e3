package academy.coldstart.grading.web;

import java.util.List;

import academy.coldstart.course.Exercise;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.CheckResult.Outcome;
import academy.coldstart.grading.GradeReport;
import org.jspecify.annotations.Nullable;

/**
 * Says what the points of a report mean.
 */
final class Verdict {

	private Verdict() {
	}

	static String of(GradeReport report, @Nullable Exercise exercise) {
		String points = report.score() + " of 100 points";
		boolean graded = exercise == null || exercise.graded();
		String tail = graded ? "" : " This is a warm-up: its points do not count.";
		return switch (report.outcome()) {
			case NOT_GRADED -> "There is no verdict yet.";
			case PASSED -> points + ": the exercise is passed." + tail;
			case FAILED -> points + ". " + missing(report) + tail;
		};
	}

	private static String missing(GradeReport report) {
		List<String> gates = report.checks()
			.stream()
			.filter((check) -> check.gate() && check.outcome() != Outcome.PASSED)
			.map(CheckResult::title)
			.toList();
		String mark = "The exercise is passed from " + report.passMark() + " points";
		if (gates.isEmpty()) {
			return mark + ".";
		}
		return mark + ", if every check marked “must hold” passes; "
				+ ((gates.size() == 1) ? "one of those is open." : gates.size() + " of those are open.");
	}

}
