package academy.coldstart.recording;

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
 * @param startedAtEpochMs when it began, on the clock of the machine
 * @param durationMs how long it took
 * @param status the HTTP status
 * @param errorCode the error code
 * @param errorMessage the error message
 * @param request the parameters, as an object or a text
 * @param response the result, as an object or a text
 * @param access what was decided on it, or null where nothing is decided
 */
record EngineCall(String account, String service, String operation, @Nullable String resource, @Nullable String region,
		double startedAtEpochMs, double durationMs, int status, @Nullable String errorCode,
		@Nullable String errorMessage, @Nullable JsonNode request, @Nullable JsonNode response,
		@Nullable AccessDecision access) {

	EngineCall {
		Objects.requireNonNull(account, "account");
		Objects.requireNonNull(service, "service");
		Objects.requireNonNull(operation, "operation");
	}

}
