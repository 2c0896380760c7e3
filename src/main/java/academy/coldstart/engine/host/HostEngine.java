package academy.coldstart.engine.host;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import academy.coldstart.engine.Engine;
import academy.coldstart.engine.EngineLease;
import academy.coldstart.engine.EngineStatus;
import academy.coldstart.engine.EngineStatus.State;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;

/**
 * The engine as a child process of this application.
 */
class HostEngine implements Engine, DisposableBean {

	private static final Duration BETWEEN_ATTEMPTS = Duration.ofMinutes(1);

	private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(15);

	private final Path instances;

	private final Fleet fleet;

	private final Supervisors supervisors;

	private @Nullable Running running;

	private boolean stopped;

	HostEngine(Path instances, Fleet fleet, Supervisors supervisors) {
		this.instances = instances;
		this.fleet = fleet;
		this.supervisors = supervisors;
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
		this.fleet.publish(Statuses.installing("The engine is being prepared."));
		Supervisor supervisor = this.supervisors.create(this.fleet);
		Thread thread = Thread.ofPlatform().name("engine").daemon().start(() -> {
			Orphans.end(this.instances);
			supervisor.run();
		});
		this.running = new Running(supervisor, thread, Instant.now());
	}

	private boolean mayTryAgain(Running last) {
		// What a person does about a missing part takes effect without a restart, but
		// pages that ask often do not cause attempts as often.
		return this.fleet.status().state() == State.UNAVAILABLE && !last.thread().isAlive()
				&& last.since().plus(BETWEEN_ATTEMPTS).isBefore(Instant.now());
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
			this.running.supervisor().stop();
			this.running.thread().join(PATIENCE_AT_THE_END);
		}
	}

	/**
	 * Creates what keeps the engine running, anew for every attempt.
	 */
	@FunctionalInterface
	interface Supervisors {

		Supervisor create(Fleet fleet);

	}

	private record Running(Supervisor supervisor, Thread thread, Instant since) {
	}

}
