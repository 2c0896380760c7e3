package academy.coldstart.grading.web;

import academy.coldstart.grading.CheckResult.Outcome;

/**
 * How a check stands, as a sign and a word: never color alone.
 */
enum CheckWord {

	/** Has no result yet. */
	WAITING("waiting", "○", "Waiting"),

	/** Holds. */
	PASSED("passed", "✓", "Passes"),

	/** Does not hold. */
	FAILED("failed", "✕", "Fails"),

	/** Could not run after an earlier failure. */
	BLOCKED("blocked", "–", "Not run"),

	/** Could not be decided by the platform. */
	ERRORED("errored", "!", "Our fault");

	private final String id;

	private final String sign;

	private final String word;

	CheckWord(String id, String sign, String word) {
		this.id = id;
		this.sign = sign;
		this.word = word;
	}

	static CheckWord of(Outcome outcome) {
		return switch (outcome) {
			case PASSED -> PASSED;
			case FAILED -> FAILED;
			case BLOCKED -> BLOCKED;
			case ERRORED -> ERRORED;
		};
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
