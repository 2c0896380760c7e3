package academy.coldstart.simulator.race;

import java.util.List;

/**
 * How a handler guards an effect.
 */
enum Strategy {

	/** Looks first and acts then. */
	CHECK_THEN_ACT("read, then charge"),

	/** Does not. */
	NONE("no guard"),

	/** Claims the order in one atomic step. */
	CLAIM("claim, then charge"),

	/** Claims the order, and lets the provider recognize it as well. */
	CLAIM_AND_KEY("claim, and a key for the provider");

	private final String label;

	Strategy(String label) {
		this.label = label;
	}

	String label() {
		return this.label;
	}

	List<Step> steps() {
		return switch (this) {
			case NONE -> List.of(Step.CHARGE, Step.COMPLETE);
			case CHECK_THEN_ACT -> List.of(Step.READ, Step.CHARGE, Step.COMPLETE);
			case CLAIM -> List.of(Step.CLAIM, Step.CHARGE, Step.COMPLETE);
			case CLAIM_AND_KEY -> List.of(Step.CLAIM, Step.CHARGE_WITH_KEY, Step.COMPLETE);
		};
	}

}
