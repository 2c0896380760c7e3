package academy.coldstart.recording.protocol;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * Finds the error in a service's response, in each protocol.
 */
public final class ErrorReader {

	private static final ObjectMapper JSON = JsonMapper.shared();

	private static final ObjectMapper CBOR = CBORMapper.shared();

	private static final Pattern XML_CODE = Pattern.compile("<Code>\\s*([^<]+?)\\s*</Code>");

	private static final Pattern XML_MESSAGE = Pattern.compile("<Message>([^<]*)</Message>");

	private ErrorReader() {
	}

	/**
	 * Read the error of a response.
	 * @param protocol the protocol of the call
	 * @param status the HTTP status
	 * @param headers the response headers
	 * @param body the beginning of the response body
	 * @return the error, or null when the response is none
	 */
	public static @Nullable AwsError read(Protocol protocol, int status, HttpFields headers, byte[] body) {
		if (status < 400) {
			return null;
		}
		AwsError error = switch (protocol) {
			case JSON, REST_JSON -> document(JSON, status, headers, body);
			case CBOR -> document(CBOR, status, headers, body);
			case QUERY, EC2, REST_XML -> xml(status, body);
		};
		return (error != null) ? error : new AwsError(status, Integer.toString(status), null);
	}

	private static @Nullable AwsError document(ObjectMapper mapper, int status, HttpFields headers, byte[] body) {
		JsonNode root = parse(mapper, body);
		String code = headers.get("x-amzn-ErrorType");
		for (String name : new String[] { "__type", "code", "Code" }) {
			code = (code != null) ? code : root.path(name).asStringOpt().orElse(null);
		}
		String message = null;
		for (String name : new String[] { "message", "Message", "errorMessage" }) {
			message = (message != null) ? message : root.path(name).asStringOpt().orElse(null);
		}
		return (code != null) ? new AwsError(status, plain(code), message) : null;
	}

	private static JsonNode parse(ObjectMapper mapper, byte[] body) {
		try {
			return mapper.readTree(body);
		}
		catch (JacksonException ex) {
			return mapper.createObjectNode();
		}
	}

	// Strip the namespace before a hash and the address after a colon.
	private static String plain(String code) {
		String name = code.substring(code.lastIndexOf('#') + 1);
		int colon = name.indexOf(':');
		return (colon > 0) ? name.substring(0, colon) : name;
	}

	private static @Nullable AwsError xml(int status, byte[] body) {
		String text = new String(body, StandardCharsets.UTF_8);
		Matcher code = XML_CODE.matcher(text);
		Matcher message = XML_MESSAGE.matcher(text);
		return code.find() ? new AwsError(status, code.group(1), message.find() ? unescape(message.group(1)) : null)
				: null;
	}

	private static String unescape(String text) {
		return text.replace("&lt;", "<")
			.replace("&gt;", ">")
			.replace("&quot;", "\"")
			.replace("&#39;", "'")
			.replace("&apos;", "'")
			.replace("&amp;", "&");
	}

}
