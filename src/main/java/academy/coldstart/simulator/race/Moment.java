package academy.coldstart.simulator.race;

/**
 * A step that was made, and how things stood after it.
 *
 * @param worker who made it, such as {@code A}
 * @param what the step
 * @param note what came of it, empty when it went on as usual
 * @param tone how it ended
 * @param record what the table says of the order
 * @param charges how often the customer has paid
 */
record Moment(String worker, String what, String note, Mood tone, String record, int charges) {

	/**
	 * How a step ended.
	 */
	enum Mood {

		/** The worker goes on. */
		GOES_ON,

		/** The worker is done. */
		DONE,

		/** The worker stops, because somebody else is or was at it. */
		STOPS,

		/** The customer pays again. */
		PAYS_AGAIN,

		/** The worker is killed. */
		KILLED

	}

}
