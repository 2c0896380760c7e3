package academy.coldstart.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One incarnation of an execution environment: one process from start to end.
 *
 * @param id the id within the trace, such as {@code e2}
 * @param function the function name
 * @param version the function version, such as {@code $LATEST}
 * @param runtime the runtime identifier that the function asked for
 * @param runtimeVersion the version of the runtime that really ran
 * @param memoryMb the configured memory in MB
 * @param initStartMs when the process was started, in milliseconds since the trace began
 * @param initEndMs when the Init phase ended, or null when it never did
 * @param endMs when the process ended, or null while it lives
 * @param end why the process ended
 */
public record ExecutionEnvironment(String id, String function, String version, String runtime,
		@Nullable String runtimeVersion, int memoryMb, double initStartMs, @Nullable Double initEndMs,
		@Nullable Double endMs, @Nullable End end) {

	/**
	 * Say whether it was ready before the trace begins, as in a part of a longer one.
	 * @return whether nothing of its Init phase belongs to the trace
	 */
	public boolean precedesTrace() {
		return this.initEndMs != null && this.initEndMs < 0;
	}

	/**
	 * Why the process of an execution environment ended.
	 */
	public enum End {

		/** The Init phase failed or took longer than its limit. */
		@JsonProperty("init-failed")
		INIT_FAILED,

		/** The function timeout passed. */
		@JsonProperty("timed-out")
		TIMED_OUT,

		/** The process ended on its own. */
		@JsonProperty("exited")
		EXITED,

		/** A limit on memory, processes or output was exceeded. */
		@JsonProperty("limit-exceeded")
		LIMIT_EXCEEDED,

		/** The grader killed it. */
		@JsonProperty("killed")
		KILLED,

		/** The Lambda service shut it down. */
		@JsonProperty("shut-down")
		SHUT_DOWN

	}

}
