package academy.coldstart.grading.jobs;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Thread pools that never interrupt their threads, for those that use the database.
 */
final class CalmExecutors {

	private CalmExecutors() {
	}

	/**
	 * Create a pool.
	 * @param name the name of its threads
	 * @param threads how many
	 * @param end what makes its threads come to an end, instead of an interrupt
	 * @return the pool
	 */
	static ExecutorService pool(String name, int threads, Runnable end) {
		return new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
				factory(name)) {

			@Override
			public List<Runnable> shutdownNow() {
				shutdown();
				end.run();
				return List.of();
			}

		};
	}

	/**
	 * Create a pool for what is done again and again. Nothing begins after it is shut
	 * down.
	 * @param name the name of its threads
	 * @param threads how many
	 * @return the pool
	 */
	static ScheduledExecutorService timer(String name, int threads) {
		return new ScheduledThreadPoolExecutor(threads, factory(name)) {

			@Override
			public List<Runnable> shutdownNow() {
				shutdown();
				return List.of();
			}

		};
	}

	private static ThreadFactory factory(String name) {
		return Thread.ofPlatform().name(name + "-", 1).factory();
	}

}
