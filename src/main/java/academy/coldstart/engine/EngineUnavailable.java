package academy.coldstart.engine;

/**
 * No engine can take a grading: a platform fault, never the learner's.
 */
public class EngineUnavailable extends RuntimeException {

	private final EngineStatus status;

	public EngineUnavailable(EngineStatus status) {
		super(status.summary());
		this.status = status;
	}

	public EngineStatus status() {
		return this.status;
	}

}
