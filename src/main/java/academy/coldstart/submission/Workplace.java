package academy.coldstart.submission;

import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;

/**
 * Where a draft and its copies belong.
 *
 * @param exercise the exercise
 * @param language the language
 */
record Workplace(Slug exercise, Language language) {
}
