package academy.coldstart.submission;

import java.util.Optional;

import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;

/**
 * What came of what was graded last. Answered by the module that grades, so that the
 * exercise page need not know it.
 */
public interface LastRuns {

	/**
	 * Return what came of the newest submission that has a verdict. Those that wait, were
	 * cancelled or could not be graded are passed over.
	 * @param exercise the exercise
	 * @param language the language
	 * @return its results, or empty when there is none with a verdict
	 */
	Optional<LastRun> find(Slug exercise, Language language);

}
