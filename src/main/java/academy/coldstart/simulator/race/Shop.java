package academy.coldstart.simulator.race;

/**
 * What both workers share: the record of the order, and the payment provider.
 */
final class Shop {

	private Entry entry = Entry.NONE;

	private int charges;

	private boolean keyKnown;

	boolean isKnown() {
		return this.entry != Entry.NONE;
	}

	Entry entry() {
		return this.entry;
	}

	int charges() {
		return this.charges;
	}

	/**
	 * Claim the order, unless it is known.
	 * @return whether that worked
	 */
	boolean claim() {
		boolean free = this.entry == Entry.NONE || this.entry == Entry.EXPIRED;
		if (free) {
			this.entry = Entry.CLAIMED;
		}
		return free;
	}

	void expire() {
		if (this.entry == Entry.CLAIMED) {
			this.entry = Entry.EXPIRED;
		}
	}

	void charge() {
		this.charges++;
	}

	void chargeWithKey() {
		if (!this.keyKnown) {
			charge();
		}
		this.keyKnown = true;
	}

	void complete() {
		this.entry = Entry.CHARGED;
	}

	/**
	 * What the table says of the order.
	 */
	enum Entry {

		/** Nothing. */
		NONE("no record"),

		/** Somebody is at it. */
		CLAIMED("claimed"),

		/** Somebody was at it, too long ago. */
		EXPIRED("claim expired"),

		/** It is charged. */
		CHARGED("charged");

		private final String word;

		Entry(String word) {
			this.word = word;
		}

		String word() {
			return this.word;
		}

	}

}
