package academy.coldstart.grading.deployment;

import org.jspecify.annotations.Nullable;

/**
 * A template was accepted by the parser, but CloudFormation could not deploy it.
 */
public class DeploymentFailed extends RuntimeException {

	private final @Nullable Integer line;

	private final String raw;

	DeploymentFailed(String message, @Nullable Integer line, String raw) {
		super(message);
		this.line = line;
		this.raw = raw;
	}

	public @Nullable Integer line() {
		return this.line;
	}

	/**
	 * Return the reasons in CloudFormation's own words.
	 * @return the events that failed, one a line
	 */
	public String raw() {
		return this.raw;
	}

}
