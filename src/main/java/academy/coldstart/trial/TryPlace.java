package academy.coldstart.trial;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;

/**
 * Where code is tried: what was deployed there stays there for the next try.
 *
 * @param exercise the exercise
 * @param language the language
 */
public record TryPlace(Slug exercise, Language language) {

	public static TryPlace of(Exercise exercise, Language language) {
		return new TryPlace(exercise.slug(), language);
	}

}
