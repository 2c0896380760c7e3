package academy.coldstart.grading.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether anybody still waits for the result of a grading. Whoever is interrupted while
 * they wait loses sight of that soon: the first call that ends by it takes the interrupt
 * away. This stays.
 */
final class Abandonment {

	private final List<Runnable> listeners = new ArrayList<>();

	private boolean abandoned;

	/**
	 * Say that nobody waits any more.
	 */
	synchronized void declare() {
		this.abandoned = true;
		this.listeners.forEach(Runnable::run);
		this.listeners.clear();
	}

	synchronized boolean isDeclared() {
		return this.abandoned;
	}

	/**
	 * Have something done when nobody waits any more; at once when that is so already.
	 * @param listener what to do, which must not take time
	 */
	synchronized void whenDeclared(Runnable listener) {
		if (this.abandoned) {
			listener.run();
		}
		else {
			this.listeners.add(listener);
		}
	}

}
