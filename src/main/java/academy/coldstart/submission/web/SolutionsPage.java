package academy.coldstart.submission.web;

import java.util.List;

import academy.coldstart.submission.web.ExercisePage.LanguageTab;
import org.jspecify.annotations.Nullable;

/**
 * What the page of an exercise's solutions shows.
 *
 * @param title the title of the exercise
 * @param exerciseHref the address of the exercise
 * @param tabs the languages
 * @param closed why nothing is shown yet, if so
 * @param reveal the address that shows the solutions all the same, where that is offered
 * @param own whether there is work of the learner to compare with
 * @param solutions the solutions in the language
 */
record SolutionsPage(String title, String exerciseHref, List<LanguageTab> tabs, @Nullable String closed,
		@Nullable String reveal, boolean own, List<Entry> solutions) {

	/**
	 * A solution.
	 *
	 * @param id its name, for anchors
	 * @param title its name in words
	 * @param explanation why it is right
	 * @param files its files, those first that differ from what the learner wrote
	 */
	record Entry(String id, String title, String explanation, List<FileComparison> files) {
	}

}
