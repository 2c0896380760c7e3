package academy.coldstart.course;

import java.nio.file.Path;

/**
 * The code of an exercise whose learners hand in a template only: the starter's, whatever
 * else comes along with the template.
 */
public final class GivenCode {

	/** The template that learners write. */
	public static final String TEMPLATE = "template.yaml";

	private GivenCode() {
	}

	/**
	 * Read the code.
	 * @param exercise the exercise
	 * @param language the language
	 * @return the starter's files without its template
	 */
	public static SourceFiles of(Exercise exercise, Language language) {
		return new CourseFiles(exercise.directory(), new ProblemLog()).sources(Path.of("starter", language.id()),
				TEMPLATE);
	}

}
