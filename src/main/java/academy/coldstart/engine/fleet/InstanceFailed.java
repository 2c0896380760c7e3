package academy.coldstart.engine.fleet;

import java.util.List;

/**
 * A LocalStack could not be started, or must not be used.
 */
public class InstanceFailed extends RuntimeException {

	private final List<String> remedies;

	public InstanceFailed(String message) {
		super(message);
		this.remedies = List.of();
	}

	/**
	 * Create the exception.
	 * @param message what failed, as a sentence
	 * @param cause why
	 * @param remedies what to do about it, one sentence each
	 */
	public InstanceFailed(String message, Throwable cause, String... remedies) {
		super(message, cause);
		this.remedies = List.of(remedies);
	}

	List<String> remedies() {
		return this.remedies;
	}

}
