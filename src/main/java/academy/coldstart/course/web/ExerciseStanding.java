package academy.coldstart.course.web;

import java.util.List;

import academy.coldstart.course.Attempt;
import academy.coldstart.course.Attempt.Standing;

/**
 * Where the learner stands with an exercise, as a word and a sign.
 */
enum ExerciseStanding {

	/** No attempt has a verdict. */
	NOT_STARTED("not-started", "○", "Not started"),

	/** The first attempt is on its way. */
	UNDER_WAY("under-way", "◔", "Being checked"),

	/** There are attempts, none of them passes. */
	TRIED("tried", "◐", "Tried"),

	/** One attempt passes; later ones do not take that away. */
	PASSED("passed", "✓", "Passed");

	private final String id;

	private final String sign;

	private final String word;

	ExerciseStanding(String id, String sign, String word) {
		this.id = id;
		this.sign = sign;
		this.word = word;
	}

	static ExerciseStanding of(List<Attempt> attempts) {
		List<Standing> standings = attempts.stream().map(Attempt::standing).toList();
		if (standings.contains(Standing.PASSED)) {
			return PASSED;
		}
		if (standings.contains(Standing.NOT_PASSED)) {
			return TRIED;
		}
		return standings.contains(Standing.UNDER_WAY) ? UNDER_WAY : NOT_STARTED;
	}

	public String getId() {
		return this.id;
	}

	public String getSign() {
		return this.sign;
	}

	public String getWord() {
		return this.word;
	}

}
