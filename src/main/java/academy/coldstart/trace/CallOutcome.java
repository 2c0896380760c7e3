package academy.coldstart.trace;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Who answered a recorded call.
 */
public enum CallOutcome {

	/** The emulated AWS service. */
	@JsonProperty("forwarded")
	FORWARDED,

	/** The proxy, because the call is not allowed from a function. */
	@JsonProperty("refused")
	REFUSED,

	/** The proxy, because no policy of the caller allows the call, or one denies it. */
	@JsonProperty("denied")
	DENIED,

	/** The proxy, because the grader asked for a fault. */
	@JsonProperty("faulted")
	FAULTED,

	/** Nobody: the service could not be reached, or the caller went away. */
	@JsonProperty("broken")
	BROKEN

}
