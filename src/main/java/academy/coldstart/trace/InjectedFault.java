package academy.coldstart.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a rule of the grader did to a call.
 *
 * @param rule the id of the action that set the rule, such as {@code a3}
 * @param kind what was done
 * @param text what was done, for people: {@code delayed by 300 ms}
 * @param serviceStatus the HTTP status that the service answered with, or null when the
 * call never reached it
 */
public record InjectedFault(String rule, Kind kind, String text, @Nullable Integer serviceStatus) {

	/**
	 * What can be done to a call.
	 */
	public enum Kind {

		/** Answered with the service's throttling error. */
		@JsonProperty("throttle")
		THROTTLE,

		/** Answered with another error. */
		@JsonProperty("error")
		ERROR,

		/** Forwarded late, or answered late. */
		@JsonProperty("delay")
		DELAY,

		/** Held back until others of its kind had come. */
		@JsonProperty("held")
		HELD,

		/** Never answered. */
		@JsonProperty("hang")
		HANG,

		/** The connection was reset before the call was forwarded. */
		@JsonProperty("reset")
		RESET,

		/** The connection was reset after the service had answered. */
		@JsonProperty("reply-dropped")
		REPLY_DROPPED,

		/** The environment was killed before the call was forwarded. */
		@JsonProperty("killed-before")
		KILLED_BEFORE,

		/** The environment was killed after the service had answered. */
		@JsonProperty("killed-after")
		KILLED_AFTER,

		/** The reply was sent piece by piece. */
		@JsonProperty("trickle")
		TRICKLE

	}

}
