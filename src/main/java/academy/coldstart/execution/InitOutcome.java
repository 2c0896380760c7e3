package academy.coldstart.execution;

/**
 * How the Init phase of an execution environment ended.
 */
sealed interface InitOutcome {

	/**
	 * The runtime asked for its first event.
	 *
	 * @param milliseconds how long it took
	 */
	record Ready(double milliseconds) implements InitOutcome {
	}

	/**
	 * The code outside the handler failed.
	 *
	 * @param error the error to report
	 * @param unexplained whether the process ended without a word of its runtime
	 */
	record Failed(ErrorObject error, boolean unexplained) implements InitOutcome {
	}

	/** The environment was stopped meanwhile. */
	record Stopped() implements InitOutcome {
	}

}
