package academy.coldstart.execution;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * An error as Lambda reports it to callers.
 *
 * @param errorMessage the message
 * @param errorType the type, such as {@code Runtime.ExitError}
 * @param requestId the AWS request id, or an empty text during Init
 * @param stackTrace the frames, outermost first
 */
record ErrorObject(String errorMessage, String errorType, String requestId, List<String> stackTrace) {

	static ErrorObject of(String errorType, String errorMessage, String requestId) {
		return new ErrorObject(errorMessage, errorType, requestId, List.of());
	}

	/**
	 * Read what a runtime sent as error.
	 * @param body what it sent
	 * @param header the value of the {@code Lambda-Runtime-Function-Error-Type} header
	 * @return the error, made from the text itself when that is not an error object
	 */
	static ErrorObject parse(byte[] body, Optional<String> header) {
		String fallback = header.orElse("Runtime.Unknown");
		return Json.object(body)
			.map((json) -> from(json, fallback))
			.orElseGet(() -> of(fallback, new String(body, StandardCharsets.UTF_8), ""));
	}

	private static ErrorObject from(JsonNode json, String fallback) {
		List<String> frames = json.path("stackTrace").valueStream().map((frame) -> frame.asString("")).toList();
		return new ErrorObject(json.path("errorMessage").asString(""), json.path("errorType").asString(fallback),
				json.path("requestId").asString(""), frames);
	}

	byte[] toJson() {
		return Json.write(this);
	}

}
