package academy.coldstart.recording.protocol;

/**
 * A request body is not what the protocol of the call asks for.
 */
public class MalformedBody extends Exception {

	MalformedBody(String message, Throwable cause) {
		super(message, cause);
	}

}
