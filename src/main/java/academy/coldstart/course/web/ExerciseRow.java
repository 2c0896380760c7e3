package academy.coldstart.course.web;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.LearnerProgress;

/**
 * An exercise in a list.
 *
 * @param slug its name in addresses
 * @param title its title
 * @param minutes how long it takes
 * @param graded whether it counts
 * @param standing where the learner stands
 */
record ExerciseRow(String slug, String title, int minutes, boolean graded, ExerciseStanding standing) {

	static ExerciseRow of(Exercise exercise, LearnerProgress progress) {
		return new ExerciseRow(exercise.slug().value(), exercise.title(), exercise.minutes(), exercise.graded(),
				ExerciseStanding.of(progress.attempts(exercise.slug())));
	}

}
