package academy.coldstart.submission;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;

/**
 * The form of the exercise page as somebody sent it.
 *
 * @param exercise the exercise
 * @param language the language
 * @param upload what would be handed in: the chosen files, or what was typed
 * @param typed what was typed
 * @param basis the draft that the form was filled from
 */
public record WorkForm(Exercise exercise, Language language, Upload upload, Upload.Form typed, DraftBasis basis) {
}
