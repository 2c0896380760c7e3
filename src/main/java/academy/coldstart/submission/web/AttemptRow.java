package academy.coldstart.submission.web;

import java.time.ZoneId;

import academy.coldstart.course.Attempt;
import academy.coldstart.course.Attempt.Standing;
import academy.coldstart.course.Language;
import academy.coldstart.ui.Moment;

/**
 * An earlier attempt in the list.
 *
 * @param href the address of its report
 * @param at when it was handed in
 * @param language its language
 * @param standing how it stands, as a name for style sheets
 * @param word how it stands, with its points
 */
record AttemptRow(String href, Moment at, String language, String standing, String word) {

	static AttemptRow of(Attempt attempt, ZoneId zone) {
		return new AttemptRow("/submissions/" + attempt.submission(), Moment.of(attempt.submittedAt(), zone),
				Language.find(attempt.language()).map(Language::title).orElse(attempt.language()),
				id(attempt.standing()), word(attempt));
	}

	private static String id(Standing standing) {
		return switch (standing) {
			case UNDER_WAY -> "under-way";
			case PASSED -> "passed";
			case NOT_PASSED -> "tried";
			case NOT_GRADED -> "not-graded";
			case CANCELLED -> "cancelled";
		};
	}

	private static String word(Attempt attempt) {
		String points = (attempt.score() != null) ? ", " + attempt.score() + " of 100 points" : "";
		return switch (attempt.standing()) {
			case UNDER_WAY -> "Being checked";
			case PASSED -> "Passed" + points;
			case NOT_PASSED -> "Not passed yet" + points;
			case NOT_GRADED -> "Not graded, our fault: it does not count";
			case CANCELLED -> "Cancelled: it does not count";
		};
	}

}
