package academy.coldstart.progress;

import java.util.List;

/**
 * A best practice with the exercises that train it.
 *
 * @param title what it is about: the title of its lesson
 * @param lesson the name of its lesson
 * @param exercises its exercises
 */
public record Practice(String title, String lesson, List<ExerciseProgress> exercises) {

	public Practice {
		exercises = List.copyOf(exercises);
	}

}
