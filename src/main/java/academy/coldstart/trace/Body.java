package academy.coldstart.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * A bounded copy of a request or response body.
 *
 * @param bytes the full size in bytes, also of what was not kept
 * @param text the beginning of the body as text, when it is valid UTF-8
 * @param base64 the beginning of the body in Base64, when it is not text
 * @param truncated whether less than the full body was kept
 */
public record Body(long bytes, @Nullable String text, @Nullable String base64, boolean truncated) {

	/** How many bytes of a body are kept at most. */
	public static final int KEPT_BYTES = 16 * 1024;

	private static final Body EMPTY = new Body(0, "", null, false);

	public static Body empty() {
		return EMPTY;
	}

	/**
	 * Keep the beginning of a complete body.
	 * @param content the whole body
	 * @return the bounded copy
	 */
	public static Body of(byte[] content) {
		return of(content, content.length);
	}

	/**
	 * Keep the beginning of a body of which only a part may be at hand.
	 * @param beginning the first bytes, at least {@link #KEPT_BYTES} of them if the body
	 * has as many
	 * @param fullSize the size of the whole body in bytes
	 * @return the bounded copy
	 */
	public static Body of(byte[] beginning, long fullSize) {
		byte[] kept = (beginning.length > KEPT_BYTES) ? Arrays.copyOf(beginning, KEPT_BYTES) : beginning;
		boolean truncated = fullSize > kept.length;
		String text = Utf8Prefix.decode(kept, truncated);
		return (text != null) ? new Body(fullSize, text, null, truncated)
				: new Body(fullSize, null, Base64.getEncoder().encodeToString(kept), truncated);
	}

	/**
	 * Keep a text.
	 * @param text the whole text
	 * @return the bounded copy
	 */
	public static Body of(String text) {
		return of(text.getBytes(StandardCharsets.UTF_8));
	}

}
