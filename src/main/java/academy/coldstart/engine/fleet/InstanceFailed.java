package academy.coldstart.engine.fleet;

/**
 * A LocalStack could not be started, or must not be used.
 */
public class InstanceFailed extends RuntimeException {

	public InstanceFailed(String message) {
		super(message);
	}

	public InstanceFailed(String message, Throwable cause) {
		super(message, cause);
	}

}
