package academy.coldstart.engine.installation;

import java.util.List;

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

	public List<String> remedies() {
		return this.remedies;
	}

}
