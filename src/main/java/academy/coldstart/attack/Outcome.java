package academy.coldstart.attack;

/**
 * What came of an attack.
 */
public enum Outcome {

	/** It was refused. */
	HELD("held"),

	/** It went as far as a limit, which is a known one. */
	BOUNDED("bounded"),

	/** It cannot be tried here, for a reason that is given. */
	NOT_APPLICABLE("not applicable"),

	/** This machine lacks what it needs, which is named. */
	SKIPPED("skipped"),

	/** It got where it must not get, or nobody can say that it did not. */
	ESCAPED("ESCAPED");

	private final String words;

	Outcome(String words) {
		this.words = words;
	}

	/**
	 * Return the outcome in words.
	 * @return one or two words
	 */
	public String words() {
		return this.words;
	}

}
