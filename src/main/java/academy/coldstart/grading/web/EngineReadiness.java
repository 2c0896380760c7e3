package academy.coldstart.grading.web;

import academy.coldstart.engine.Engine;
import academy.coldstart.engine.EngineStatus;
import academy.coldstart.ui.GradingReadiness;
import academy.coldstart.ui.Readiness;
import academy.coldstart.ui.Readiness.Level;

import org.springframework.stereotype.Component;

/**
 * Tells the page shell how the engine stands.
 */
@Component
class EngineReadiness implements GradingReadiness {

	private final Engine engine;

	EngineReadiness(Engine engine) {
		this.engine = engine;
	}

	@Override
	public Readiness now() {
		EngineStatus status = this.engine.status();
		return switch (status.state()) {
			case READY -> readiness(Level.READY, "Grading is ready", status);
			case INSTALLING, STARTING -> readiness(Level.PREPARING, "Grading is getting ready", status);
			case RESTARTING -> readiness(Level.PREPARING, "Grading is being restarted", status);
			case UNAVAILABLE -> readiness(Level.UNAVAILABLE, "Grading is not available", status);
		};
	}

	private static Readiness readiness(Level level, String word, EngineStatus status) {
		return new Readiness(level, word, status.summary(), status.remedies());
	}

}
