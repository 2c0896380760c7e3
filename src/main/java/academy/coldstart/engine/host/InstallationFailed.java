package academy.coldstart.engine.host;

import java.util.List;

/**
 * The engine cannot be installed on this machine as it is.
 */
class InstallationFailed extends RuntimeException {

	private final List<String> remedies;

	InstallationFailed(String whatIsMissing, String... remedies) {
		super(whatIsMissing);
		this.remedies = List.of(remedies);
	}

	InstallationFailed(String whatIsMissing, Throwable cause, String... remedies) {
		super(whatIsMissing, cause);
		this.remedies = List.of(remedies);
	}

	List<String> remedies() {
		return this.remedies;
	}

}
