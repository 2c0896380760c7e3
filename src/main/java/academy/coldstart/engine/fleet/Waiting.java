package academy.coldstart.engine.fleet;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waits for something that has to be asked for again and again.
 */
final class Waiting {

	private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);

	private Waiting() {
	}

	/**
	 * Ask until the answer is yes.
	 * @param what what is waited for, as part of a sentence
	 * @param limit how long to wait at most
	 * @param question what is asked
	 * @throws InstanceFailed when the answer was not yes in time
	 */
	static void until(String what, Duration limit, BooleanSupplier question) {
		long deadline = System.nanoTime() + limit.toNanos();
		while (!question.getAsBoolean()) {
			if (System.nanoTime() > deadline) {
				throw new InstanceFailed("After " + limit.toSeconds() + " seconds it is not so that " + what + ".");
			}
			try {
				Thread.sleep(BETWEEN_QUESTIONS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new InstanceFailed("Interrupted while waiting until " + what + ".", ex);
			}
		}
	}

}
