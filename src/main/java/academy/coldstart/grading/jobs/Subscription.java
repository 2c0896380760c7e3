package academy.coldstart.grading.jobs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import academy.coldstart.grading.GradingState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody who follows a grading. States are told one at a time on another thread, so
 * that a slow listener never holds up a worker. One that falls far behind misses old
 * states: each state says everything that is known.
 */
final class Subscription implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Subscription.class);

	private static final int BACKLOG = 64;

	private final Consumer<GradingState> listener;

	private final Executor executor;

	private final Deque<GradingState> waiting = new ArrayDeque<>();

	private boolean telling;

	private boolean closed;

	Subscription(Consumer<GradingState> listener, Executor executor) {
		this.listener = listener;
		this.executor = executor;
	}

	synchronized void tell(GradingState state) {
		if (this.closed) {
			return;
		}
		if (this.waiting.size() == BACKLOG) {
			this.waiting.removeFirst();
		}
		this.waiting.addLast(state);
		if (!this.telling) {
			this.telling = true;
			this.executor.execute(this::tellWaiting);
		}
	}

	synchronized boolean isClosed() {
		return this.closed;
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		this.waiting.clear();
	}

	private void tellWaiting() {
		for (GradingState state = next(); state != null; state = next()) {
			try {
				this.listener.accept(state);
			}
			catch (RuntimeException ex) {
				logger.debug("A listener failed and is not told any more: submission={}", state.submission(), ex);
				close();
			}
			if (state.status().isOver()) {
				close();
			}
		}
	}

	private synchronized @Nullable GradingState next() {
		GradingState state = this.waiting.pollFirst();
		this.telling = state != null;
		return state;
	}

}
