package academy.coldstart.grading.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

import com.github.kagkarlsson.scheduler.Clock;

/**
 * The clock of the queue. It begins with the time of day and counts elapsed time from
 * there, so that setting the clock of the machine, or putting it to sleep, neither keeps
 * a job waiting nor makes one that runs look dead.
 */
final class SteadyClock implements Clock {

	private final Instant origin;

	private final LongSupplier nanos;

	private final long start;

	SteadyClock(java.time.Clock clock) {
		this(clock, System::nanoTime);
	}

	SteadyClock(java.time.Clock clock, LongSupplier nanos) {
		this.origin = clock.instant();
		this.nanos = nanos;
		this.start = nanos.getAsLong();
	}

	/**
	 * Return the time by which jobs are ordered and due.
	 * @return the time, as exact as the database keeps it
	 */
	@Override
	public Instant now() {
		Duration elapsed = Duration.ofNanos(this.nanos.getAsLong() - this.start);
		return this.origin.plus(elapsed).truncatedTo(ChronoUnit.MICROS);
	}

}
