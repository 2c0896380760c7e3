package academy.coldstart.recording;

import org.jspecify.annotations.Nullable;

/**
 * What a gate wants done with a call.
 */
public sealed interface GateDecision {

	/** Let it pass. */
	GateDecision FORWARD = new Forward();

	/**
	 * Refuse a call in the words that AWS itself uses for it.
	 * @param message the message
	 * @return an access-denied error in the call's protocol
	 */
	static GateDecision accessDenied(String message) {
		return new Refuse(403, null, message);
	}

	/**
	 * The call passes.
	 */
	record Forward() implements GateDecision {
	}

	/**
	 * The call is not allowed.
	 *
	 * @param status the HTTP status
	 * @param code the error code, or null for the one that means access denied in the
	 * call's protocol
	 * @param message the message
	 */
	record Refuse(int status, @Nullable String code, String message) implements GateDecision {
	}

}
