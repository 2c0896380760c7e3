package academy.coldstart.engine.fleet;

import java.util.List;

import academy.coldstart.engine.EngineStatus;
import academy.coldstart.engine.EngineStatus.State;
import academy.coldstart.engine.installation.InstallationFailed;

/**
 * What the engine says about itself.
 */
final class Statuses {

	static final EngineStatus WAITING = of(State.INSTALLING, "The engine was not asked for yet.");

	static final EngineStatus STARTING = of(State.STARTING,
			"The engine is installed and is starting (15 to 30 seconds).");

	static final EngineStatus READY = of(State.READY, "The engine is ready.");

	static final EngineStatus CRASHED = of(State.RESTARTING,
			"The engine stopped unexpectedly and is being started again (15 to 30 seconds).");

	static final EngineStatus RECYCLING = of(State.RESTARTING,
			"The engine has worked a while and is being replaced by a fresh one (15 to 30 seconds).");

	static final EngineStatus STOPPED = of(State.UNAVAILABLE, "The engine was stopped, because Coldstart is ending.");

	private Statuses() {
	}

	/**
	 * Say that grading is possible.
	 * @param engines how many engines are ready, from 1
	 * @param places how many there shall be
	 * @return the status
	 */
	static EngineStatus ready(long engines, int places) {
		return (places == 1) ? READY : of(State.READY, engines + " of " + places + " engines are ready.");
	}

	static EngineStatus installing(String sentence) {
		return of(State.INSTALLING, sentence);
	}

	static EngineStatus impossible(InstallationFailed failure) {
		return failure.status();
	}

	static EngineStatus broken(RuntimeException failure) {
		List<String> remedies = (failure instanceof InstanceFailed failed && !failed.remedies().isEmpty())
				? failed.remedies()
				: List.of("The log of Coldstart has the details.", "Run ./coldstart doctor to see what is missing.");
		return new EngineStatus(State.UNAVAILABLE, "The engine does not start: " + failure.getMessage(), remedies);
	}

	static EngineStatus hindered(Hindrance hindrance) {
		return new EngineStatus(State.UNAVAILABLE, hindrance.summary(), hindrance.remedies());
	}

	private static EngineStatus of(State state, String summary) {
		return new EngineStatus(state, summary, List.of());
	}

}
