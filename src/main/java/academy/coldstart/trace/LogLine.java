package academy.coldstart.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One line that an execution environment wrote, or that the platform wrote about it.
 *
 * @param id the id within the trace, such as {@code l7}
 * @param environment the id of the execution environment
 * @param invocation the AWS request id, or null outside an invocation
 * @param atMs when it was written, in milliseconds since the trace began
 * @param source who wrote it
 * @param text the line without its line break
 */
public record LogLine(String id, String environment, @Nullable String invocation, double atMs, Source source,
		String text) {

	/**
	 * Who wrote a log line.
	 */
	public enum Source {

		/** The function, on standard output. */
		@JsonProperty("stdout")
		STDOUT,

		/** The function, on standard error. */
		@JsonProperty("stderr")
		STDERR,

		/** The platform: START, END, REPORT and limits. */
		@JsonProperty("platform")
		PLATFORM

	}

}
