package academy.coldstart.recording;

import java.time.Duration;
import java.util.Objects;

import academy.coldstart.trace.AccessDecision;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call that the engine made by itself, as its plug-in reports it.
 *
 * @param account the account it was made in
 * @param service the engine's name of the service, such as {@code stepfunctions}
 * @param operation the operation
 * @param resource what it touches: a name, an ARN or a URL
 * @param region the Region
 * @param startedNs when it began, on the monotonic clock of the engine, in nanoseconds
 * @param sentNs when it was reported, on the same clock
 * @param durationMs how long it took
 * @param status the HTTP status
 * @param errorCode the error code
 * @param errorMessage the error message
 * @param request the parameters, as an object or a text
 * @param response the result, as an object or a text
 * @param access what was decided on it, or null where nothing is decided
 * @param undecided whether it was made although nobody could decide on it; null means no
 */
record EngineCall(String account, String service, String operation, @Nullable String resource, @Nullable String region,
		long startedNs, long sentNs, double durationMs, int status, @Nullable String errorCode,
		@Nullable String errorMessage, @Nullable JsonNode request, @Nullable JsonNode response,
		@Nullable AccessDecision access, @Nullable Boolean undecided) {

	/** A report that seems to have taken longer comes from another clock. */
	private static final long MOST_ON_THE_WAY = Duration.ofMinutes(1).toNanos();

	EngineCall {
		Objects.requireNonNull(account, "account");
		Objects.requireNonNull(service, "service");
		Objects.requireNonNull(operation, "operation");
	}

	/**
	 * Return when it began on the clock of {@link System#nanoTime()}. On Linux that is
	 * the clock of the engine as well; an engine that has another one is known by the
	 * time at which it says to have sent this.
	 * @return nanoseconds
	 */
	long startedNanoTime() {
		long behind = System.nanoTime() - this.sentNs;
		return (behind >= 0 && behind < MOST_ON_THE_WAY) ? this.startedNs : this.startedNs + behind;
	}

}
