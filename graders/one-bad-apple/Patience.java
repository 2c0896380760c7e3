package academy.coldstart.graders.onebadapple;

import java.time.Duration;

/**
 * How long a queue is watched: as long as something happens, and then for a while. On a
 * slow machine the last delivery may come late, and that is nobody's mistake.
 */
final class Patience {

	private static final int WHILES = 4;

	private final long quietNanos;

	private int deliveries;

	private long since = System.nanoTime();

	/**
	 * Begin to watch.
	 * @param quiet how long nothing has to happen until it is over
	 */
	Patience(Duration quiet) {
		this.quietNanos = quiet.toNanos();
	}

	/**
	 * Return when it is over in any case.
	 * @return the time from the beginning
	 */
	Duration longest() {
		return Duration.ofNanos(this.quietNanos * WHILES);
	}

	/**
	 * Tell whether it is over.
	 * @param seen how many deliveries were seen until now
	 * @return whether nothing has happened for long enough
	 */
	boolean isOver(int seen) {
		if (seen != this.deliveries) {
			this.deliveries = seen;
			this.since = System.nanoTime();
		}
		return System.nanoTime() - this.since > this.quietNanos;
	}

}
