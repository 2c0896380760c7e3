package academy.coldstart.execution;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

/**
 * An error as Lambda reports it to callers. What a runtime reports is passed on as it is:
 * each language has its own fields beside the type and the message.
 *
 * @param errorType the type, such as {@code Runtime.ExitError}
 * @param errorMessage the message
 * @param content the error object
 */
record ErrorObject(String errorType, String errorMessage, JsonNode content) {

	private static final String REQUEST_ID = "requestId";

	static ErrorObject of(String errorType, String errorMessage, String requestId) {
		Map<String, Object> fields = new TreeMap<>(Map.of("errorMessage", errorMessage, "errorType", errorType,
				REQUEST_ID, requestId, "stackTrace", new String[0]));
		return new ErrorObject(errorType, errorMessage, Json.tree(fields));
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
			.map((json) -> new ErrorObject(json.path("errorType").asString(fallback),
					json.path("errorMessage").asString(""), json))
			.orElseGet(() -> of(fallback, new String(body, StandardCharsets.UTF_8), ""));
	}

	/**
	 * Return the same error for another invocation.
	 * @param requestId the AWS request id of that
	 * @return the error, with the request id if errors of its language have one
	 */
	ErrorObject in(String requestId) {
		if (!this.content.has(REQUEST_ID)) {
			return this;
		}
		Map<String, Object> fields = new TreeMap<>();
		this.content.properties().forEach((field) -> fields.put(field.getKey(), field.getValue()));
		fields.put(REQUEST_ID, requestId);
		return new ErrorObject(this.errorType, this.errorMessage, Json.tree(fields));
	}

	byte[] toJson() {
		return Json.write(this.content);
	}

}
