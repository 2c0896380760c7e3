package academy.coldstart.grading.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of a machine, which somebody sets.
 */
final class MovableClock extends Clock {

	private volatile Duration offset = Duration.ZERO;

	static MovableClock ahead(Duration offset) {
		MovableClock clock = new MovableClock();
		clock.set(offset);
		return clock;
	}

	/**
	 * Set the clock.
	 * @param newOffset how far it is ahead of the true time
	 */
	void set(Duration newOffset) {
		this.offset = newOffset;
	}

	@Override
	public Instant instant() {
		return Instant.now().plus(this.offset);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("There is one time zone in these tests");
	}

}
