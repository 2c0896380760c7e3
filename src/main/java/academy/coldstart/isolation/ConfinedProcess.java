package academy.coldstart.isolation;

import java.io.InputStream;
import java.util.concurrent.CompletableFuture;

/**
 * A running learner program with all processes it started.
 */
public interface ConfinedProcess {

	InputStream standardOutput();

	InputStream standardError();

	/**
	 * Return a future that completes when the first process ends.
	 * @return the exit code, 128 + n after signal n; fails with an
	 * {@link IllegalStateException} when the program was not started at all
	 */
	CompletableFuture<Integer> exit();

	/**
	 * Return a future that completes when the program was killed because it exceeded a
	 * limit; it never completes otherwise.
	 * @return the limit
	 */
	CompletableFuture<Breach> breach();

	/** Pause every process, as Lambda does between invocations. */
	void freeze();

	/** Let every process go on. */
	void resume();

	/**
	 * Return the most memory that its processes held together so far.
	 * @return bytes
	 */
	long peakMemoryBytes();

	/**
	 * Return how long its threads had to wait for a processor so far.
	 * @return the waiting times of all threads that live now
	 */
	ProcessorWaits processorWaits();

	/** Kill every process and wait until none is left. */
	void kill();

}
