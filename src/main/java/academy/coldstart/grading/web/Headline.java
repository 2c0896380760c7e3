package academy.coldstart.grading.web;

import java.time.Duration;

import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.CheckResult.Outcome;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradingState;
import org.jspecify.annotations.Nullable;

/**
 * One sentence on how a grading stands: the title of its page and what a screen reader
 * announces.
 */
final class Headline {

	/**
	 * How far the engine is stands elsewhere on the page, and is kept up to date there.
	 */
	private static final String NO_ENGINE = "Waiting for the engine. Your code is kept, and graded as soon as it is ready.";

	private Headline() {
	}

	static String of(GradingState state, int checks, Outlook outlook) {
		return switch (state.status()) {
			case QUEUED -> outlook.engineMissing() ? NO_ENGINE : queued(state.ahead(), outlook.estimate());
			case RUNNING -> outlook.engineMissing() ? NO_ENGINE : running(state, checks);
			case FINISHED -> (state.report() != null) ? of(state.report()) : "The grading has ended.";
			case CANCELLED -> "You cancelled this. It was not graded and does not count as an attempt.";
		};
	}

	static String of(GradeReport report) {
		return switch (report.outcome()) {
			case NOT_GRADED -> "We could not run your code. This is our fault and does not count as an attempt. "
					+ "Your files are saved.";
			case PASSED,
					FAILED ->
				(report.problem() != null && passed(report) == 0)
						? "No check could run yet. There is a problem to fix first."
						: Counting.sentence(passed(report), report.checks().size());
		};
	}

	private static String queued(int ahead, @Nullable Duration estimate) {
		String time = (estimate != null) ? ", about " + rounded(estimate) : "";
		return (ahead == 0) ? "Waiting for a free runner. Yours is next" + time + "."
				: "Waiting for a free runner: " + ahead + " ahead of yours" + time + ".";
	}

	// Rounded up, and to steps that promise no more than is known.
	private static String rounded(Duration estimate) {
		long seconds = Math.ceilDiv(Math.max(estimate.toMillis(), 1), 1000);
		if (seconds > 120) {
			return Math.ceilDiv(seconds, 60) + " min";
		}
		long step = (seconds > 60) ? 10 : 5;
		return Math.ceilDiv(seconds, step) * step + " s";
	}

	private static String running(GradingState state, int checks) {
		if (GradingState.SAVING.equals(state.stage())) {
			return "All checks are done. The result cannot be saved at the moment, perhaps because the disk is full; "
					+ "it is kept and saved as soon as that works.";
		}
		if (GradingState.REPEATING.equals(state.stage())) {
			return "A part of Coldstart failed in the middle of this, which is not the fault of your code. "
					+ "The run begins again as soon as the engine works; that takes up to half a minute.";
		}
		String sentence = Stage.find((state.stage() != null) ? state.stage() : "")
			.map(Stage::sentence)
			.orElse("Your code is being graded.");
		return state.checks().isEmpty() ? sentence
				: "Running the checks: " + state.checks().size() + " of " + checks + " done.";
	}

	private static int passed(GradeReport report) {
		return (int) report.checks().stream().map(CheckResult::outcome).filter(Outcome.PASSED::equals).count();
	}

}
