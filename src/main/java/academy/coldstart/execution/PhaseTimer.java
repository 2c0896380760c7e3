package academy.coldstart.execution;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import academy.coldstart.isolation.ProcessorWaits;
import org.jspecify.annotations.Nullable;

/**
 * Ends a phase of an execution environment that takes too long. On Lambda an environment
 * has processors of its own; here it shares them, so the time in which it was ready to
 * run and had to wait for others does not count. Without that, a machine with much to do
 * would make a right program fail.
 */
final class PhaseTimer {

	/**
	 * How many times its limit a phase gets on top at most: a program that keeps all
	 * processors busy has its own threads wait as well.
	 */
	private static final int MOST_EXTRA = 3;

	/** Waiting times that are not worth another look. */
	private static final Duration NEGLIGIBLE = Duration.ofMillis(50);

	private final ScheduledExecutorService timers;

	private final Supplier<ProcessorWaits> waits;

	private final Duration limit;

	private final Runnable expiry;

	private final ProcessorWaits before;

	private Duration granted = Duration.ZERO;

	private @Nullable ScheduledFuture<?> next;

	private boolean cancelled;

	private PhaseTimer(ScheduledExecutorService timers, Supplier<ProcessorWaits> waits, Duration limit,
			Runnable expiry) {
		this.timers = timers;
		this.waits = waits;
		this.limit = limit;
		this.expiry = expiry;
		this.before = waits.get();
	}

	/**
	 * Start a timer.
	 * @param timers what it runs on
	 * @param waits tells how long the process had to wait for a processor
	 * @param limit the time that the phase may take
	 * @param expiry what to do, once, when it takes longer
	 * @return the running timer
	 */
	static PhaseTimer start(ScheduledExecutorService timers, Supplier<ProcessorWaits> waits, Duration limit,
			Runnable expiry) {
		PhaseTimer timer = new PhaseTimer(timers, waits, limit, expiry);
		timer.schedule(limit);
		return timer;
	}

	synchronized void cancel() {
		this.cancelled = true;
		if (this.next != null) {
			this.next.cancel(false);
		}
	}

	private synchronized void schedule(Duration delay) {
		if (!this.cancelled) {
			this.next = this.timers.schedule(this::look, delay.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	private void look() {
		Duration waited = this.waits.get().since(this.before);
		Duration most = this.limit.multipliedBy(MOST_EXTRA);
		Duration allowed = (waited.compareTo(most) < 0) ? waited : most;
		Duration extra = allowed.minus(this.granted);
		if (extra.compareTo(NEGLIGIBLE) > 0) {
			this.granted = allowed;
			schedule(extra);
		}
		else if (!isCancelled()) {
			this.expiry.run();
		}
	}

	private synchronized boolean isCancelled() {
		return this.cancelled;
	}

}
