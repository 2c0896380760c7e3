package academy.coldstart.trace;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The part of an execution environment's life in which something happened.
 */
public enum Phase {

	/** The Init phase: the code outside the handler. */
	@JsonProperty("init")
	INIT,

	/** The Invoke phase: the handler works on an event. */
	@JsonProperty("invoke")
	INVOKE,

	/** Between invocations, when AWS freezes an environment. */
	@JsonProperty("frozen")
	FROZEN,

	/** Made by the Lambda service or another service itself, not by a function. */
	@JsonProperty("engine")
	ENGINE

}
