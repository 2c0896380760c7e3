package academy.coldstart.isolation;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at all running learner programs from one thread and kills those that exceed a
 * limit. Paused programs are left alone.
 */
final class Watchdog implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Watchdog.class);

	private static final Duration INTERVAL = Duration.ofMillis(50);

	private static final int SCRATCH_EVERY = 10;

	private final Set<Watched> processes = ConcurrentHashMap.newKeySet();

	private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor((runnable) -> {
		Thread created = new Thread(runnable, "limits-watchdog");
		created.setDaemon(true);
		return created;
	});

	private final ScheduledFuture<?> rounding;

	private long rounds;

	Watchdog() {
		this.rounding = this.thread.scheduleWithFixedDelay(this::lookAgain, INTERVAL.toMillis(), INTERVAL.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	void watch(Watched process) {
		this.processes.add(process);
	}

	void forget(Watched process) {
		this.processes.remove(process);
	}

	// An exception would end the watch over all programs for good.
	private void lookAgain() {
		try {
			look();
		}
		catch (RuntimeException ex) {
			logger.error("The learner programs could not be looked at", ex);
		}
	}

	private void look() {
		List<Watched> running = this.processes.stream().filter((process) -> !process.isFrozen()).toList();
		if (running.isEmpty()) {
			return;
		}
		this.rounds++;
		List<ProcessEntry> table = ProcessTable.read();
		running.forEach((process) -> inspect(process, table));
	}

	private void inspect(Watched process, List<ProcessEntry> table) {
		try {
			process.inspect(table, this.rounds % SCRATCH_EVERY == 0);
		}
		catch (RuntimeException ex) {
			// Must not end the watch over the other programs.
			logger.error("A learner program could not be inspected", ex);
		}
	}

	@Override
	public void close() {
		this.rounding.cancel(true);
		this.thread.shutdownNow();
	}

}
