package academy.coldstart.engine.fleet;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import academy.coldstart.engine.EngineProperties;
import academy.coldstart.engine.EngineStatus;
import academy.coldstart.engine.installation.InstallationFailed;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Installs the engine and has every place of the fleet looked after. The first engine
 * comes up alone, so that the first verdict does not wait for the second engine. Runs in
 * a thread of its own until all have stopped.
 */
class Crew implements Runnable {

	private static final Log logger = LogFactory.getLog(Crew.class);

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

	private final Backend backend;

	private final Fleet fleet;

	private final List<Supervisor> supervisors;

	Crew(EngineProperties properties, Backend backend, Fleet fleet) {
		this.backend = backend;
		this.fleet = fleet;
		this.supervisors = fleet.berths().stream().map((berth) -> new Supervisor(properties, backend, berth)).toList();
	}

	@Override
	public void run() {
		Berth first = this.fleet.berths().getFirst();
		try {
			this.backend.prepare((sentence) -> first.publish(Statuses.installing(sentence)));
			superviseAll();
		}
		catch (InstallationFailed ex) {
			logger.warn("The engine cannot be installed: " + ex.getMessage());
			first.publish(Statuses.impossible(ex));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (RuntimeException ex) {
			logger.error("The engine is given up", ex);
			first.publish(Statuses.broken(ex));
		}
	}

	void stop() {
		this.supervisors.forEach(Supervisor::stop);
	}

	private void superviseAll() throws InterruptedException {
		Thread first = supervise(0);
		boolean ended = false;
		while (this.supervisors.size() > 1 && !ended && this.fleet.status().state() != EngineStatus.State.READY) {
			ended = first.join(BETWEEN_LOOKS);
		}
		List<Thread> others = ended ? List.of()
				: IntStream.range(1, this.supervisors.size()).mapToObj(this::supervise).toList();
		for (Thread other : others) {
			other.join();
		}
		first.join();
	}

	private Thread supervise(int place) {
		return Thread.ofPlatform().name("engine-" + (place + 1)).daemon().start(this.supervisors.get(place));
	}

}
