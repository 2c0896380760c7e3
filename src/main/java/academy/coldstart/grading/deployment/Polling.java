package academy.coldstart.grading.deployment;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits for the engine to finish something.
 */
final class Polling {

	private static final long FIRST_MS = 20;

	private static final long LONGEST_MS = 200;

	private Polling() {
	}

	/**
	 * Ask until the answer is good.
	 * @param <T> the type of the answer
	 * @param what what is waited for, for the error
	 * @param limit how long to ask
	 * @param question asks
	 * @param good tells whether the answer is good
	 * @return the good answer
	 * @throws IllegalStateException when there is none in time
	 */
	static <T> T until(String what, Duration limit, Supplier<T> question, Predicate<T> good) {
		long deadline = System.nanoTime() + limit.toNanos();
		long pause = FIRST_MS;
		T answer = question.get();
		while (!good.test(answer)) {
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException("The engine did not finish " + what + " within " + limit.toSeconds()
						+ " s; its last answer was " + answer);
			}
			pause(pause);
			pause = Math.min(LONGEST_MS, pause * 3 / 2);
			answer = question.get();
		}
		return answer;
	}

	private static void pause(long ms) {
		try {
			TimeUnit.MILLISECONDS.sleep(ms);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the engine", ex);
		}
	}

}
