package academy.coldstart.engine.fleet;

import java.time.Duration;

import academy.coldstart.engine.Engine;
import academy.coldstart.engine.EngineLease;
import academy.coldstart.engine.EngineProperties;
import academy.coldstart.engine.EngineStatus;
import academy.coldstart.engine.EngineStatus.State;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;

/**
 * The engine, kept running in the background by one supervisor for each of its instances.
 */
public class SupervisedEngine implements Engine, DisposableBean {

	private static final Duration BETWEEN_ATTEMPTS = Duration.ofMinutes(1);

	private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(15);

	private final EngineProperties properties;

	private final Backend backend;

	private final Fleet fleet;

	private @Nullable Running running;

	private boolean stopped;

	/**
	 * Create the engine without starting anything.
	 * @param properties when instances are replaced
	 * @param backend how instances are run
	 */
	public SupervisedEngine(EngineProperties properties, Backend backend) {
		this.properties = properties;
		this.backend = backend;
		this.fleet = new Fleet(properties.count());
	}

	@Override
	public EngineStatus status() {
		return this.fleet.status();
	}

	@Override
	public synchronized void prepare() {
		if (this.stopped || (this.running != null && !mayTryAgain(this.running))) {
			return;
		}
		this.fleet.berths().getFirst().publish(Statuses.installing("The engine is being prepared."));
		Crew crew = new Crew(this.properties, this.backend, this.fleet);
		Thread thread = Thread.ofPlatform().name("engine").daemon().start(crew);
		this.running = new Running(crew, thread, System.nanoTime());
	}

	private boolean mayTryAgain(Running last) {
		// What a person does about a missing part takes effect without a restart, but
		// pages that ask often do not cause attempts as often.
		return this.fleet.status().state() == State.UNAVAILABLE && !last.thread().isAlive()
				&& System.nanoTime() - last.sinceNanos() > BETWEEN_ATTEMPTS.toNanos();
	}

	@Override
	public EngineLease lease(Duration patience) {
		prepare();
		return this.fleet.lease(patience);
	}

	@Override
	public synchronized void destroy() throws InterruptedException {
		this.stopped = true;
		if (this.running != null) {
			this.running.crew().stop();
			this.running.thread().join(PATIENCE_AT_THE_END);
		}
	}

	private record Running(Crew crew, Thread thread, long sinceNanos) {
	}

}
