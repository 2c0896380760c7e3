package academy.coldstart.execution;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for output of all running processes, in one thread: with one for each process,
 * waking up costs more than looking. Rests when no process runs.
 */
final class LogPoller implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(LogPoller.class);

	/** A line is recorded so late at most, beside the calls that are made meanwhile. */
	private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();

	private final Set<ProcessLog> logs = ConcurrentHashMap.newKeySet();

	private final Thread thread = Thread.ofPlatform().name("function-logs").daemon().unstarted(this::run);

	private volatile boolean closed;

	LogPoller() {
		this.thread.start();
	}

	/**
	 * Look for output of a process from now on.
	 * @param log its log
	 */
	void add(ProcessLog log) {
		this.logs.add(log);
		LockSupport.unpark(this.thread);
	}

	/**
	 * Look for output of a process no more.
	 * @param log its log
	 */
	void remove(ProcessLog log) {
		this.logs.remove(log);
	}

	private void run() {
		while (!this.closed) {
			if (this.logs.isEmpty()) {
				LockSupport.park(this);
			}
			else {
				this.logs.forEach(this::drain);
				LockSupport.parkNanos(this, PAUSE_NANOS);
			}
		}
	}

	private void drain(ProcessLog log) {
		try {
			log.drain();
		}
		catch (RuntimeException ex) {
			// The others have to be looked after.
			remove(log);
			logger.error("The output of a function is not read any more", ex);
		}
	}

	@Override
	public void close() {
		this.closed = true;
		LockSupport.unpark(this.thread);
	}

}
