package academy.coldstart.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One invocation of a function, as the environment host saw it.
 *
 * @param requestId the AWS request id
 * @param environment the id of the execution environment
 * @param functionArn the invoked function ARN, with its qualifier if it had one
 * @param coldStart whether it was the first in its environment
 * @param startMs when the runtime received the event, in milliseconds since the trace
 * began
 * @param endMs when the response was complete, or null while it runs
 * @param outcome how it ended, or null while it runs
 * @param errorType the error type of a failed invocation, such as
 * {@code Runtime.ExitError}
 * @param durationMs the duration as the REPORT line states it
 * @param billedMs the billed duration as the REPORT line states it
 * @param initMs the init duration, on a cold start
 * @param maxMemoryMb the peak memory of the environment so far
 * @param event the event
 * @param response the response, or the error object
 */
public record Invocation(String requestId, String environment, String functionArn, boolean coldStart, double startMs,
		@Nullable Double endMs, @Nullable Outcome outcome, @Nullable String errorType, @Nullable Double durationMs,
		@Nullable Long billedMs, @Nullable Double initMs, @Nullable Long maxMemoryMb, Body event,
		@Nullable Body response) {

	/**
	 * How an invocation ended.
	 */
	public enum Outcome {

		/** The handler returned. */
		@JsonProperty("succeeded")
		SUCCEEDED,

		/** The handler raised an error, or its response could not be used. */
		@JsonProperty("failed")
		FAILED,

		/** The function timeout passed. */
		@JsonProperty("timed-out")
		TIMED_OUT,

		/** The process ended before it responded. */
		@JsonProperty("exited")
		EXITED,

		/** A limit on memory, processes or output was exceeded. */
		@JsonProperty("limit-exceeded")
		LIMIT_EXCEEDED,

		/** The grader killed the environment. */
		@JsonProperty("killed")
		KILLED

	}

}
