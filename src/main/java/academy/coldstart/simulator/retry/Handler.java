package academy.coldstart.simulator.retry;

/**
 * How a handler fares.
 *
 * @param failures how many attempts fail before one succeeds
 * @param duration seconds that each attempt takes
 */
record Handler(long failures, long duration) {

	Attempt attempt(int number, long at) {
		return new Attempt(number, at, at + this.duration, number > this.failures);
	}

}
