package academy.coldstart.trial;

/**
 * An event cannot be kept as it is. The message says why and what to do.
 */
public class EventRejected extends RuntimeException {

	EventRejected(String message) {
		super(message);
	}

}
