package academy.coldstart.trial;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.SourceFiles;

/**
 * What to try.
 *
 * @param exercise the exercise
 * @param language the language
 * @param files the files
 * @param function the logical id of the function to invoke, or an empty text for the one
 * with the handler of the exercise
 * @param event the event, as JSON
 */
public record TryOrder(Exercise exercise, Language language, SourceFiles files, String function, String event) {

	TryPlace place() {
		return TryPlace.of(this.exercise, this.language);
	}

}
