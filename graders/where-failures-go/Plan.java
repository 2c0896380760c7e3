package academy.coldstart.graders.wherefailuresgo;

import software.amazon.awssdk.services.lambda.model.FunctionEventInvokeConfig;

/**
 * How long Lambda goes on with an event that fails. The first retry comes after a minute,
 * the second after two more. Source: AWS Lambda Developer Guide, How Lambda handles errors
 * and retries with asynchronous invocation.
 *
 * @param retries how many retries are configured
 * @param age the age in seconds at which an event is given up
 */
record Plan(int retries, int age) {

	private static final int DEFAULT_RETRIES = 2;

	private static final int LONGEST_AGE = 6 * 60 * 60;

	private static final int MINUTE = 60;

	static Plan of(LiveAlias live) {
		return new Plan(live.settings().map(FunctionEventInvokeConfig::maximumRetryAttempts).orElse(DEFAULT_RETRIES),
				live.settings().map(FunctionEventInvokeConfig::maximumEventAgeInSeconds).orElse(LONGEST_AGE));
	}

	/**
	 * Return how often an event is tried that fails each time.
	 * @return the attempts, if the event does not get too old
	 */
	int attempts() {
		return this.retries + 1;
	}

	/**
	 * Return after how many attempts Lambda gives up, however quick they are.
	 * @return the attempts at most
	 */
	int attemptsAtMost() {
		int attempts = 1;
		while (attempts <= this.retries && waits(attempts) < this.age) {
			attempts++;
		}
		return attempts;
	}

	/**
	 * Return how old an event gets by waiting for all its retries.
	 * @return seconds
	 */
	int waits() {
		return waits(this.retries);
	}

	/**
	 * Tell whether the last retry is never made, however quick the attempts are.
	 * @return whether events get too old by waiting
	 */
	boolean isHopeless() {
		return attemptsAtMost() < attempts();
	}

	/**
	 * Tell whether it depends on the time that attempts take whether the last retry is
	 * made.
	 * @return whether the age leaves them less than a minute
	 */
	boolean isTight() {
		return this.retries > 0 && this.age < leastAge();
	}

	/**
	 * Return which age leaves a minute for the attempts themselves.
	 * @return seconds
	 */
	int leastAge() {
		return waits() + MINUTE;
	}

	private static int waits(int retries) {
		return MINUTE * retries * (retries + 1) / 2;
	}

}
