package academy.coldstart.recording.protocol;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * Writes an error so that SDKs raise the class that the service itself would make them
 * raise.
 */
public final class ErrorWriter {

	private ErrorWriter() {
	}

	/**
	 * Write an error.
	 * @param call the call it answers
	 * @param error the error
	 * @param requestId the request id to put into it
	 * @return the response
	 */
	public static WrittenError write(RecognizedCall call, AwsError error, String requestId) {
		String message = (error.message() != null) ? error.message() : "";
		return switch (call.protocol()) {
			case JSON -> new WrittenError(json(Map.of("__type", error.code(), "message", message)), compatible(call,
					error,
					Map.of("Content-Type", "application/x-amz-json-" + version(call), "x-amzn-RequestId", requestId)));
			case REST_JSON ->
				new WrittenError(json(Map.of("message", message, "Message", message)), Map.of("Content-Type",
						"application/json", "x-amzn-ErrorType", error.code(), "x-amzn-RequestId", requestId));
			case CBOR -> new WrittenError(
					CBORMapper.shared().writeValueAsBytes(ordered("__type", error.code(), "message", message)),
					compatible(call, error, Map.of("Content-Type", "application/cbor", "smithy-protocol", "rpc-v2-cbor",
							"x-amzn-RequestId", requestId)));
			case QUERY -> xml(query(call, error, message, requestId), "x-amzn-RequestId", requestId);
			case EC2 ->
				xml("<Response><Errors><Error>" + codeAndMessage(error, message) + "</Error></Errors><RequestID>"
						+ requestId + "</RequestID></Response>", "x-amzn-RequestId", requestId);
			case REST_XML -> xml(restXml(call, error, message, requestId), "x-amz-request-id", requestId);
		};
	}

	// A service that once spoke the query protocol tells the code that it had there. SDKs
	// rely on that. Source: Smithy, AWS JSON protocols, awsQueryCompatible.
	private static Map<String, String> compatible(RecognizedCall call, AwsError error, Map<String, String> headers) {
		Service service = call.service();
		if (service == null || !service.speaks(Protocol.QUERY)) {
			return headers;
		}
		String code = error.code().equals("AccessDeniedException") ? "AccessDenied" : error.code();
		Map<String, String> more = new LinkedHashMap<>(headers);
		more.put("x-amzn-query-error", code + ";" + ((error.status() < 500) ? "Sender" : "Receiver"));
		return more;
	}

	private static String query(RecognizedCall call, AwsError error, String message, String requestId) {
		Service service = call.service();
		String namespace = (service != null)
				? " xmlns=\"http://" + service.signingName() + ".amazonaws.com/doc/" + service.apiVersion() + "/\""
				: "";
		return "<ErrorResponse" + namespace + "><Error><Type>" + ((error.status() < 500) ? "Sender" : "Receiver")
				+ "</Type>" + codeAndMessage(error, message) + "</Error><RequestId>" + requestId
				+ "</RequestId></ErrorResponse>";
	}

	private static String restXml(RecognizedCall call, AwsError error, String message, String requestId) {
		String id = "<RequestId>" + requestId + "</RequestId>";
		boolean wrapped = call.service() != null && !call.isS3();
		return wrapped ? "<ErrorResponse><Error><Type>Sender</Type>" + codeAndMessage(error, message) + "</Error>" + id
				+ "</ErrorResponse>" : "<Error>" + codeAndMessage(error, message) + id + "</Error>";
	}

	private static WrittenError xml(String body, String idHeader, String requestId) {
		return new WrittenError(
				("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body).getBytes(StandardCharsets.UTF_8),
				Map.of("Content-Type", "application/xml", idHeader, requestId));
	}

	private static String codeAndMessage(AwsError error, String message) {
		return "<Code>" + escape(error.code()) + "</Code><Message>" + escape(message) + "</Message>";
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

	private static byte[] json(Map<String, String> fields) {
		return JsonMapper.shared().writeValueAsBytes(fields);
	}

	private static Map<String, String> ordered(String... pairs) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			fields.put(pairs[i], pairs[i + 1]);
		}
		return fields;
	}

	private static String version(RecognizedCall call) {
		return (call.service() != null && !call.service().jsonVersion().isEmpty()) ? call.service().jsonVersion()
				: "1.0";
	}

	/**
	 * An error response.
	 */
	public static final class WrittenError {

		private final byte[] body;

		private final Map<String, String> headers;

		WrittenError(byte[] body, Map<String, String> headers) {
			this.body = body;
			this.headers = headers;
		}

		public byte[] body() {
			return this.body;
		}

		public Map<String, String> headers() {
			return this.headers;
		}

	}

}
