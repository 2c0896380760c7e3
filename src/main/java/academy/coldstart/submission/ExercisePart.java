package academy.coldstart.submission;

import java.util.Map;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;

/**
 * A part of the form of the exercise page that another module brings along.
 */
@FunctionalInterface
public interface ExercisePart {

	/** What the names of its fields begin with. */
	String FIELDS = "try-";

	/**
	 * Say what it shows.
	 * @param exercise the exercise
	 * @param language the language
	 * @param texts the files that the page shows, by path
	 * @param fields its own fields as they were sent, or none
	 * @return what its template shows
	 */
	Object show(Exercise exercise, Language language, Map<String, String> texts, Map<String, String> fields);

}
