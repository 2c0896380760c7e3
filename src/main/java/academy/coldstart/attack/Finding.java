package academy.coldstart.attack;

/**
 * What an attack came to.
 *
 * @param outcome the outcome
 * @param detail what was seen
 */
record Finding(Outcome outcome, String detail) {

	static Finding escaped(String detail) {
		return new Finding(Outcome.ESCAPED, detail);
	}

	static Finding skipped(String capability) {
		return new Finding(Outcome.SKIPPED, "This machine lacks " + capability + ".");
	}

}
