package academy.coldstart.submission.web;

import java.util.List;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.ReviewStanding;
import academy.coldstart.ui.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * What an exercise page says on a review that was begun.
 *
 * @param check what holds when the check that counts passes
 * @param language the title of the language of the review
 * @param elsewhere the page of that language, where this page is of another
 */
record ReviewNote(List<Phrase> check, String language, @Nullable String elsewhere) {

	static @Nullable ReviewNote of(Exercise exercise, Language shown, ReviewStanding standing) {
		if (!(standing instanceof ReviewStanding.UnderWay review)) {
			return null;
		}
		return new ReviewNote(Phrase.parse(review.check().title()), review.language().title(),
				(review.language() != shown) ? "/exercises/" + exercise.slug() + "?language=" + review.language().id()
						: null);
	}

}
