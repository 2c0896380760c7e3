package academy.coldstart.grading.web;

import java.util.List;

import academy.coldstart.engine.Engine;
import academy.coldstart.engine.EngineStatus;
import academy.coldstart.ui.GradingReadiness;
import academy.coldstart.ui.Readiness;
import academy.coldstart.ui.Readiness.Level;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the page shell how the engine stands, and first of all that the application is
 * being stopped.
 */
@Component
class EngineReadiness implements GradingReadiness {

	static final Readiness STOPPING = new Readiness(Level.STOPPING, "Coldstart is stopping",
			"Coldstart is being stopped. What was handed in is kept; what is not graded by then is graded after the next start.",
			List.of());

	private final Engine engine;

	private volatile boolean stopping;

	EngineReadiness(Engine engine) {
		this.engine = engine;
	}

	@EventListener(ContextClosedEvent.class)
	void stop() {
		this.stopping = true;
	}

	@Override
	public Readiness now() {
		return this.stopping ? STOPPING : engine();
	}

	private Readiness engine() {
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
