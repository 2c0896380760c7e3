package academy.coldstart.trace;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Decodes the beginning of a text that may have been cut in the middle of a character.
 */
final class Utf8Prefix {

	private Utf8Prefix() {
	}

	static @Nullable String decode(byte[] bytes, boolean cut) {
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
		CharBuffer out = CharBuffer.allocate(bytes.length + 1);
		CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), out, !cut);
		return result.isError() ? null : out.flip().toString();
	}

}
