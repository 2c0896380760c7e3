package academy.coldstart.course;

import java.util.List;
import java.util.Optional;

import academy.coldstart.rendering.Fact;
import academy.coldstart.rendering.Page;

/**
 * The course: what there is to learn.
 */
public interface Course {

	CourseMap map();

	Optional<Lesson> lesson(Slug slug);

	Optional<Exercise> exercise(Slug slug);

	List<Exercise> exercises();

	/**
	 * Render the instructions of an exercise.
	 * @param exercise the exercise
	 * @return the rendered instructions
	 */
	Page instructions(Exercise exercise);

	/**
	 * Return the files a learner starts from.
	 * @param exercise the exercise
	 * @param language one of its languages
	 * @return the files
	 */
	SourceFiles starter(Exercise exercise, Language language);

	/**
	 * Return the solutions of an exercise.
	 * @param exercise the exercise
	 * @return the solutions of all languages
	 */
	List<Solution> solutions(Exercise exercise);

	/**
	 * Return the named mistakes of an exercise.
	 * @param exercise the exercise
	 * @return the mistakes of all languages
	 */
	List<Mistake> mistakes(Exercise exercise);

	/**
	 * Return the events that an exercise offers to try code with.
	 * @param exercise the exercise
	 * @return the events, an ordinary one first
	 */
	List<PreparedEvent> events(Exercise exercise);

	/**
	 * Find a dated figure.
	 * @param name its name
	 * @return the figure
	 */
	Optional<Fact> fact(String name);

}
