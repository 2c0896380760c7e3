package academy.coldstart.course;

import java.time.LocalDate;

/**
 * How an exercise stands with its reviews. Days are those of this installation.
 */
public sealed interface ReviewStanding {

	/**
	 * Nothing to review: it was not passed yet, or it is a warm-up.
	 */
	record None() implements ReviewStanding {
	}

	/**
	 * It comes up later.
	 *
	 * @param due the day
	 * @param postponed whether the learner put it off to that day
	 */
	record Waiting(LocalDate due, boolean postponed) implements ReviewStanding {
	}

	/**
	 * It is to be reviewed.
	 *
	 * @param since the day on which it came up
	 * @param language the language in which it was passed last
	 */
	record Due(LocalDate since, Language language) implements ReviewStanding {
	}

	/**
	 * Its review was begun.
	 *
	 * @param since the day on which it was begun
	 * @param language the language of the review
	 * @param check the check that counts
	 */
	record UnderWay(LocalDate since, Language language, CheckDefinition check) implements ReviewStanding {
	}

	/**
	 * All reviews were passed.
	 */
	record Done() implements ReviewStanding {
	}

}
