package academy.coldstart.course;

import java.util.List;
import java.util.Map;

import academy.coldstart.rendering.Page;

/**
 * An exercise with everything in its folder.
 *
 * @param exercise the exercise
 * @param instructions the rendered instructions
 * @param starters the files to start from, by language
 * @param solutions the solutions
 * @param mistakes the named mistakes
 * @param events the events that it offers to try code with
 */
record ExerciseContent(Exercise exercise, Page instructions, Map<Language, SourceFiles> starters,
		List<Solution> solutions, List<Mistake> mistakes, List<PreparedEvent> events) {
}
