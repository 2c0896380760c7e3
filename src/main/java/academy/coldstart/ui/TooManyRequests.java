package academy.coldstart.ui;

import java.time.Duration;

/**
 * An address asked for more than it may within a minute, or at once. The message tells
 * people when to try again.
 */
public final class TooManyRequests extends RuntimeException {

	private final Duration wait;

	private TooManyRequests(String message, Duration wait) {
		super(message);
		this.wait = wait;
	}

	static TooManyRequests withinAMinute(String what, int most, Duration wait) {
		return new TooManyRequests("More than %,d %s came from this address within a minute. Wait %s, then try again."
			.formatted(most, what, words(seconds(wait))), wait);
	}

	static TooManyRequests atOnce(String what, int most, Duration wait) {
		return new TooManyRequests(
				"%,d %s are open from this address, the most there may be. Close some, then try again.".formatted(most,
						what),
				wait);
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
