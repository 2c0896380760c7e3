package academy.coldstart.process;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts every child process from one thread that never ends. Linux ties "die with your
 * parent" to the parent's thread, not to its process, so a child started by a pool thread
 * would be killed when the pool shrinks.
 */
final class Spawner {

	private static final ExecutorService THREAD = Executors.newSingleThreadExecutor((runnable) -> {
		Thread thread = new Thread(runnable, "process-spawner");
		thread.setDaemon(true);
		return thread;
	});

	private Spawner() {
	}

	static Process start(ProcessBuilder builder) {
		try {
			return THREAD.submit(builder::start).get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ProcessStartFailed(builder.command(), ex);
		}
		catch (ExecutionException ex) {
			Throwable cause = (ex.getCause() instanceof IOException io) ? io : ex;
			throw new ProcessStartFailed(builder.command(), cause);
		}
	}

}
