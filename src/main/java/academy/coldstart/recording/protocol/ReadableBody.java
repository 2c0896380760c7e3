package academy.coldstart.recording.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * Makes bodies readable for people.
 */
public final class ReadableBody {

	private ReadableBody() {
	}

	/**
	 * Write the parameters of a call as text: CBOR as JSON, forms decoded.
	 * @param call the call
	 * @param body its whole body
	 * @return the text
	 */
	public static String of(RecognizedCall call, byte[] body) {
		return switch (call.protocol()) {
			case CBOR -> new String(ofCbor(body), StandardCharsets.UTF_8);
			case QUERY,
					EC2 ->
				call.form()
					.fields()
					.stream()
					.map((field) -> field.name() + "=" + field.text())
					.collect(Collectors.joining("&"));
			case JSON, REST_JSON, REST_XML -> new String(body, StandardCharsets.UTF_8);
		};
	}

	/**
	 * Turn CBOR into JSON text.
	 * @param cbor the whole body
	 * @return the JSON text, or the body itself when it is not CBOR
	 */
	public static byte[] ofCbor(byte[] cbor) {
		try {
			return (cbor.length == 0) ? cbor
					: JsonMapper.shared().writeValueAsBytes(CBORMapper.shared().readTree(cbor));
		}
		catch (JacksonException ex) {
			return cbor;
		}
	}

	/**
	 * Take the beginning of an {@code aws-chunked} body out of its chunks.
	 * @param chunked the beginning of the body
	 * @return the beginning of what it carries
	 */
	public static byte[] ofAwsChunked(byte[] chunked) {
		ByteArrayOutputStream content = new ByteArrayOutputStream(chunked.length);
		int at = 0;
		while (at < chunked.length) {
			int lineEnd = lineEnd(chunked, at);
			int size = size(chunked, at, lineEnd);
			if (size <= 0) {
				break;
			}
			int end = Math.min(chunked.length, lineEnd + 2 + size);
			content.write(chunked, lineEnd + 2, Math.max(0, end - lineEnd - 2));
			at = end + 2;
		}
		return content.toByteArray();
	}

	private static int lineEnd(byte[] bytes, int from) {
		int at = from;
		while (at < bytes.length && bytes[at] != '\r') {
			at++;
		}
		return at;
	}

	private static int size(byte[] bytes, int from, int to) {
		String line = new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.US_ASCII);
		try {
			return (to + 2 > bytes.length) ? -1 : Integer.parseInt(line.split(";", 0)[0].trim(), 16);
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

}
