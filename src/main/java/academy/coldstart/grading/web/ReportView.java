package academy.coldstart.grading.web;

import java.util.List;

import academy.coldstart.grading.web.CheckCard.Link;
import academy.coldstart.ui.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A report on its page.
 *
 * @param fault whether the platform failed
 * @param outcome {@code passed}, {@code failed} or {@code not-graded}
 * @param verdict what the points mean
 * @param problem what kept the checks from running
 * @param open the checks that do not pass, or could not run
 * @param passing the checks that pass
 * @param passingTitle how many pass
 * @param facts what it ran on and how long it took
 * @param run what happened, when a trace was kept
 * @param source the files that were graded
 */
record ReportView(boolean fault, String outcome, String verdict, @Nullable ProblemView problem, List<CheckCard> open,
		List<CheckCard> passing, String passingTitle, List<Fact> facts, @Nullable RunView run,
		@Nullable SourceView source) {

	ReportView {
		open = List.copyOf(open);
		passing = List.copyOf(passing);
		facts = List.copyOf(facts);
	}

	/**
	 * What kept the checks from running.
	 *
	 * @param title where it happened
	 * @param message what, where and what to do
	 * @param place where to look
	 * @param raw the original output
	 * @param others what else is wrong
	 * @param left how many others are not named
	 */
	record ProblemView(String title, List<Phrase> message, @Nullable Link place, @Nullable String raw,
			List<OtherView> others, int left) {

		ProblemView {
			message = List.copyOf(message);
			others = List.copyOf(others);
		}

	}

	/**
	 * Something else that is wrong.
	 *
	 * @param message what, where and what to do
	 * @param place where to look
	 */
	record OtherView(List<Phrase> message, @Nullable Link place) {

		OtherView {
			message = List.copyOf(message);
		}

	}

	/**
	 * A fact about the grading.
	 *
	 * @param name its name
	 * @param value its value
	 */
	record Fact(String name, String value) {
	}

}
