package academy.coldstart.grading.web;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

import academy.coldstart.grading.GradingState;
import academy.coldstart.ui.Readiness;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One reader of one grading's events. Ends with the grading, with the reader, or after
 * two minutes, when the reader comes back with the number of the last event it saw.
 */
class EventStream implements Consumer<GradingState> {

	private static final Logger logger = LoggerFactory.getLogger(EventStream.class);

	private static final Duration LONGEST = Duration.ofMinutes(2);

	private static final Duration COME_BACK_AFTER = Duration.ofSeconds(1);

	private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());

	private final AtomicReference<@Nullable AutoCloseable> subscription = new AtomicReference<>();

	private final AtomicBoolean over = new AtomicBoolean();

	private final Function<GradingState, ?> view;

	private volatile Runnable afterwards = () -> {
	};

	private long seen;

	EventStream(long seen, Function<GradingState, ?> view) {
		this.seen = seen;
		this.view = view;
		this.emitter.onCompletion(this::close);
		this.emitter.onTimeout(this.emitter::complete);
		this.emitter.onError((error) -> close());
	}

	SseEmitter emitter() {
		return this.emitter;
	}

	void attach(AutoCloseable newSubscription) {
		this.subscription.set(newSubscription);
		// It may have told the end already, while this stream did not know it yet.
		if (this.over.get()) {
			close();
		}
	}

	@Override
	public synchronized void accept(GradingState state) {
		if (this.over.get() || state.sequence() <= this.seen) {
			return;
		}
		this.seen = state.sequence();
		try {
			this.emitter.send(SseEmitter.event()
				.id(Long.toString(state.sequence()))
				.name("state")
				.reconnectTime(COME_BACK_AFTER.toMillis())
				.data(this.view.apply(state)));
			if (state.status() == GradingState.Status.FINISHED) {
				this.emitter.complete();
				close();
			}
		}
		catch (IOException | IllegalStateException ex) {
			close();
		}
	}

	/**
	 * Have an action run when this has ended.
	 * @param action the action
	 */
	void onEnd(Runnable action) {
		this.afterwards = action;
	}

	/**
	 * Tell the reader that the application is being stopped.
	 * @param readiness how grading stands
	 */
	synchronized void warn(Readiness readiness) {
		try {
			this.emitter.send(SseEmitter.event().name("stopping").data(readiness));
		}
		catch (IOException | IllegalStateException ex) {
			close();
		}
	}

	/** End, so that the reader comes back when the application is there again. */
	void end() {
		this.emitter.complete();
		close();
	}

	private void close() {
		this.over.set(true);
		this.afterwards.run();
		AutoCloseable open = this.subscription.getAndSet(null);
		if (open != null) {
			try {
				open.close();
			}
			catch (Exception ex) {
				logger.warn("event stream could not be closed", ex);
			}
		}
	}

}
