package academy.coldstart.engine.installation;

import java.util.List;

import academy.coldstart.engine.EngineStatus;

/**
 * The engine cannot be installed on this machine as it is.
 */
public class InstallationFailed extends RuntimeException {

	private final List<String> remedies;

	public InstallationFailed(String whatIsMissing, String... remedies) {
		super(whatIsMissing);
		this.remedies = List.of(remedies);
	}

	public InstallationFailed(String whatIsMissing, Throwable cause, String... remedies) {
		super(whatIsMissing, cause);
		this.remedies = List.of(remedies);
	}

	/**
	 * Return what the engine says about itself for that reason.
	 * @return the status
	 */
	public EngineStatus status() {
		return new EngineStatus(EngineStatus.State.UNAVAILABLE, String.valueOf(getMessage()), this.remedies);
	}

	public List<String> remedies() {
		return this.remedies;
	}

}
