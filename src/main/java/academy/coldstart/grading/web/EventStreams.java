package academy.coldstart.grading.web;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The readers that follow gradings. When the application is told to stop they hear so at
 * once, hear on how the gradings go that still run, and are let go before the server
 * waits for open requests.
 */
@Component
class EventStreams implements SmartLifecycle {

	/** After the queue, before the web server. */
	private static final int PHASE = DEFAULT_PHASE - 512;

	private final Set<EventStream> open = ConcurrentHashMap.newKeySet();

	private volatile boolean stopping;

	private volatile boolean running;

	/**
	 * Take a reader in.
	 * @param stream its stream
	 * @param place gives its place back
	 */
	void add(EventStream stream, Runnable place) {
		stream.onEnd(() -> {
			this.open.remove(stream);
			place.run();
		});
		this.open.add(stream);
		if (this.stopping) {
			stream.warn(EngineReadiness.STOPPING);
		}
	}

	@EventListener(ContextClosedEvent.class)
	void warn() {
		this.stopping = true;
		// One that reads slowly holds up nobody.
		this.open.forEach((stream) -> Thread.ofVirtual()
			.name("event-stream-warning")
			.start(() -> stream.warn(EngineReadiness.STOPPING)));
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.open.forEach(EventStream::end);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
