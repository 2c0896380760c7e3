package academy.coldstart.recording.protocol;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding that takes what is wrong in it as it is, the way the engine does.
 */
public final class PercentCoding {

	private PercentCoding() {
	}

	/**
	 * Decode once.
	 * @param text the encoded text
	 * @param plusIsSpace whether {@code +} stands for a space, as in forms
	 * @return the decoded text
	 */
	public static String decode(String text, boolean plusIsSpace) {
		if (text.indexOf('%') < 0 && (!plusIsSpace || text.indexOf('+') < 0)) {
			return text;
		}
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
		for (int i = 0; i < bytes.length; i++) {
			int value = (bytes[i] == '%' && i + 2 < bytes.length) ? hex(bytes[i + 1], bytes[i + 2]) : -1;
			if (value >= 0) {
				decoded.write(value);
				i += 2;
			}
			else {
				decoded.write((plusIsSpace && bytes[i] == '+') ? ' ' : bytes[i]);
			}
		}
		return decoded.toString(StandardCharsets.UTF_8);
	}

	/**
	 * Encode a name or value for a query string.
	 * @param text the text
	 * @return the encoded text, in which a space is {@code %20}
	 */
	public static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8)
			.replace("+", "%20")
			.replace("*", "%2A")
			.replace("%7E", "~");
	}

	private static int hex(byte high, byte low) {
		int first = Character.digit(high, 16);
		int second = Character.digit(low, 16);
		return (first < 0 || second < 0) ? -1 : first * 16 + second;
	}

}
