package academy.coldstart.course;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The code of an exercise whose learners hand in a template only: the starter's, whatever
 * else comes along with the template.
 */
public final class GivenCode {

	private GivenCode() {
	}

	/**
	 * Tell whether a file is given, so that changes of it do not count.
	 * @param exercise the exercise
	 * @param path the path of the file
	 * @return whether it is
	 */
	public static boolean includes(Exercise exercise, String path) {
		return exercise.kind() == ExerciseKind.TEMPLATE && !path.equals(Exercise.TEMPLATE);
	}

	/**
	 * Read the code.
	 * @param exercise the exercise
	 * @param language the language
	 * @return the starter's files without its template
	 */
	public static SourceFiles of(Exercise exercise, Language language) {
		return new CourseFiles(exercise.directory(), new ProblemLog()).sources(Path.of("starter", language.id()),
				Exercise.TEMPLATE);
	}

	/**
	 * Read the template that learners begin with.
	 * @param exercise an exercise whose learners hand in a template
	 * @param language the language
	 * @return the starter's template, or empty when learners begin with none
	 */
	public static Optional<byte[]> template(Exercise exercise, Language language) {
		return Optional.ofNullable(
				new CourseFiles(exercise.directory(), new ProblemLog()).sources(Path.of("starter", language.id()), "")
					.contents()
					.get(Exercise.TEMPLATE));
	}

}
