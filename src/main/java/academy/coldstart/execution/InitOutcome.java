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
	 */
	record Failed(ErrorObject error) implements InitOutcome {
	}

	/** The environment was stopped meanwhile. */
	record Stopped() implements InitOutcome {
	}

}
