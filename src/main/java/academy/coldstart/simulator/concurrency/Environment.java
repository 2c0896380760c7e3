package academy.coldstart.simulator.concurrency;

import java.util.ArrayList;
import java.util.List;

/**
 * An execution environment and what it did. Handles one request at a time.
 */
final class Environment {

	private final boolean provisioned;

	private final List<Span> spans = new ArrayList<>();

	private long free;

	Environment(boolean provisioned) {
		this.provisioned = provisioned;
	}

	/**
	 * Handle a request.
	 * @param at when it comes
	 * @param init how long the environment has to be made first, zero when it is there
	 * @param duration how long the handler runs
	 * @return when the answer is there
	 */
	long handle(long at, long init, long duration) {
		if (init > 0) {
			this.spans.add(new Span(at, at + init, true));
		}
		this.free = at + init + duration;
		this.spans.add(new Span(at + init, this.free, false));
		return this.free;
	}

	boolean isBusy(long at) {
		return this.free > at;
	}

	boolean isThere(long at, long idle) {
		return this.provisioned || at - this.free <= idle;
	}

	boolean isProvisioned() {
		return this.provisioned;
	}

	long free() {
		return this.free;
	}

	List<Span> spans() {
		return this.spans;
	}

	/**
	 * A time in which it did something, in microseconds.
	 *
	 * @param start when that began
	 * @param end when it ended
	 * @param init whether it was made; else its handler ran
	 */
	record Span(long start, long end, boolean init) {
	}

}
