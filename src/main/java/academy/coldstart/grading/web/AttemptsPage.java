package academy.coldstart.grading.web;

import java.util.List;

import academy.coldstart.grading.web.CheckCard.Link;
import academy.coldstart.ui.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What the page of all attempts at an exercise shows.
 *
 * @param title the title of the exercise
 * @param exerciseHref the address of the exercise
 * @param summary how many attempts there are
 * @param comparisonHref the address that compares two of them
 * @param rows the attempts, newest first
 * @param versions what can be compared: these attempts and the drafts
 * @param newer the address of newer attempts, if there are any
 * @param older the address of older attempts, if there are any
 */
record AttemptsPage(String title, String exerciseHref, String summary, String comparisonHref, List<Row> rows,
		List<Version> versions, @Nullable String newer, @Nullable String older) {

	AttemptsPage {
		rows = List.copyOf(rows);
		versions = List.copyOf(versions);
	}

	/**
	 * An attempt.
	 *
	 * @param title such as {@code Attempt 7}
	 * @param href its report
	 * @param at when it was handed in
	 * @param language the language
	 * @param state how it stands, as a name for style sheets
	 * @param word how it stands, with its points
	 * @param open the checks that did not pass, with links into its report
	 * @param since what leads to what changed since the attempt before
	 * @param draft the address that compares it with the draft, where there is one
	 */
	record Row(String title, String href, Moment at, String language, String state, String word, List<Link> open,
			@Nullable Link since, @Nullable String draft) {

		Row {
			open = List.copyOf(open);
		}

	}

	/**
	 * Something to compare.
	 *
	 * @param id what the form sends
	 * @param title what it is called
	 * @param from whether it is chosen as the older one
	 * @param to whether it is chosen as the newer one
	 */
	record Version(String id, String title, boolean from, boolean to) {
	}

}
