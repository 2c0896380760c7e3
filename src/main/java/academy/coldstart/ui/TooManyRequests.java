package academy.coldstart.ui;

import java.time.Duration;

/**
 * An address asked for more than it may within a minute. The message tells people when to
 * try again.
 */
public class TooManyRequests extends RuntimeException {

	private final Duration wait;

	TooManyRequests(String what, int most, Duration wait) {
		super("More than %,d %s came from this address within a minute. Wait %s, then try again.".formatted(most, what,
				words(seconds(wait))));
		this.wait = wait;
	}

	/**
	 * Return how long to wait.
	 * @return whole seconds, at least one
	 */
	public long seconds() {
		return seconds(this.wait);
	}

	private static long seconds(Duration wait) {
		return Math.max(1, wait.plusMillis(999).toSeconds());
	}

	private static String words(long seconds) {
		return (seconds == 1) ? "a second" : seconds + " seconds";
	}

}
