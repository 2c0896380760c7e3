package academy.coldstart.endstate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * A text, or the beginning of a long one with the hash of the whole, so that two that are
 * cut in the same place are equal only when the whole texts are.
 *
 * @param text the text, or its beginning
 * @param bytes the size of the whole text in UTF-8
 * @param sha256 the hash of the whole text in hexadecimal digits, when it was cut; else
 * null
 */
public record Excerpt(String text, long bytes, @Nullable String sha256) {

	private static final int SHORT_HASH = 12;

	/**
	 * Keep a text, or its beginning.
	 * @param text the text
	 * @param most how many characters are kept at most
	 * @return the excerpt
	 */
	public static Excerpt of(String text, int most) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		if (text.length() <= most) {
			return new Excerpt(text, bytes.length, null);
		}
		int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
		return new Excerpt(text.substring(0, end), bytes.length, sha256(bytes));
	}

	/**
	 * Say whether only the beginning was kept.
	 * @return whether there is more
	 */
	public boolean cut() {
		return this.sha256 != null;
	}

	// Tells any two texts apart, also where only their beginnings were kept.
	String distinct() {
		return (this.sha256 != null)
				? this.text + " … (" + this.bytes + " bytes, SHA-256 " + this.sha256.substring(0, SHORT_HASH) + ")"
				: this.text;
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
