package academy.coldstart.simulator.race;

/**
 * What a handler does in one go: nothing comes between its beginning and its end.
 */
enum Step {

	/** Read whether the order is known, with GetItem. */
	READ("GetItem"),

	/**
	 * Write that somebody is at it, with a PutItem that fails when the order is known.
	 */
	CLAIM("PutItem, conditional"),

	/** Ask the payment provider for a charge. */
	CHARGE("charge"),

	/** Ask for a charge with a key; the provider makes one for each key. */
	CHARGE_WITH_KEY("charge with key"),

	/** Write that the order is charged. */
	COMPLETE("write: charged");

	private final String word;

	Step(String word) {
		this.word = word;
	}

	String word() {
		return this.word;
	}

}
