package academy.coldstart.grading.web;

import java.util.List;

import academy.coldstart.course.ReviewVerdict;
import academy.coldstart.ui.Moment;
import academy.coldstart.ui.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * What a report says on a review.
 *
 * @param check what holds when the check that counted passes
 * @param result what became of the review
 * @param next the day on which the exercise comes up again
 * @param tail what follows from that
 */
record ReviewSentence(List<Phrase> check, String result, @Nullable Moment next, String tail) {

	static ReviewSentence of(ReviewVerdict verdict) {
		Moment next = (verdict.next() != null) ? Moment.of(verdict.next()) : null;
		List<Phrase> check = Phrase.parse(verdict.check());
		return switch (verdict.outcome()) {
			case PASSED -> new ReviewSentence(check, "It passes, whatever the other checks say.", next,
					(next != null) ? "" : "That was the last review of this exercise.");
			case FAILED -> new ReviewSentence(check, "It does not hold yet.", next,
					"The exercise stays passed, and you can go on with this code.");
			case OPEN -> new ReviewSentence(check, "It could not run in this attempt.", null,
					"So nothing is decided, and the review goes on.");
		};
	}

}
