package academy.coldstart.engine.host;

/**
 * A LocalStack could not be started, or must not be used.
 */
class InstanceFailed extends RuntimeException {

	InstanceFailed(String message) {
		super(message);
	}

	InstanceFailed(String message, Throwable cause) {
		super(message, cause);
	}

}
