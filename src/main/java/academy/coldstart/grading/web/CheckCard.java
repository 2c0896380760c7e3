package academy.coldstart.grading.web;

import java.util.List;

import academy.coldstart.grading.CheckResult;
import academy.coldstart.ui.Phrase;
import academy.coldstart.ui.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * A check in the report.
 *
 * @param id its id
 * @param title what holds when it passes
 * @param gate whether the exercise cannot be passed without it
 * @param points what it brought
 * @param word how it ended
 * @param message what happened
 * @param expected what was expected
 * @param observed what was observed
 * @param run the run that decided it
 * @param place where to look
 * @param evidence links into the timeline and the logs
 * @param hints its hints, for a check that fails
 */
record CheckCard(String id, List<Phrase> title, boolean gate, String points, CheckWord word, List<Phrase> message,
		@Nullable Contrast expected, @Nullable Contrast observed, String run, @Nullable Link place, List<Link> evidence,
		@Nullable HintsView hints) {

	static CheckCard of(CheckResult result, ReportLinks links, @Nullable HintsView hints) {
		CheckResult.Place place = result.place();
		return new CheckCard(result.id(), Phrase.parse(result.title()), result.gate(),
				result.points() + " of " + result.maxPoints() + ((result.maxPoints() == 1) ? " point" : " points"),
				CheckWord.of(result.outcome()), Phrase.parse(message(result)),
				contrast(result.expected(), result.observed()), contrast(result.observed(), result.expected()),
				links.run(result.seed()), (place != null) ? links.place(place.file(), place.line()) : null,
				links.evidence(result.seed(), result.evidence()), hints);
	}

	private static String message(CheckResult result) {
		if (result.message() != null) {
			return VisibleText.of(result.message());
		}
		return (result.blockedBy() != null) ? "It could not run: " + VisibleText.of(result.blockedBy()) : "";
	}

	private static @Nullable Contrast contrast(@Nullable String text, @Nullable String other) {
		if (text == null) {
			return null;
		}
		String visible = VisibleText.of(text);
		return Contrast.of(visible, (other != null) ? VisibleText.of(other) : visible);
	}

	/**
	 * A link.
	 *
	 * @param text what it says
	 * @param href where it leads, or null when there is nothing to lead to
	 */
	record Link(String text, @Nullable String href) {
	}

}
