package academy.coldstart.submission;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import academy.coldstart.course.SourceFiles;

/**
 * The identity of files by their names and contents.
 */
public final class SubmissionHash {

	private SubmissionHash() {
	}

	/**
	 * Compute the SHA-256 over each file in the order of its path: the path in UTF-8, a
	 * zero byte, the length in eight bytes, and the content.
	 * @param files the files
	 * @return 64 hexadecimal digits
	 */
	public static String of(SourceFiles files) {
		MessageDigest digest = sha256();
		files.contents().forEach((path, content) -> {
			digest.update(path.getBytes(StandardCharsets.UTF_8));
			digest.update((byte) 0);
			digest.update(ByteBuffer.allocate(Long.BYTES).putLong(content.length).array());
			digest.update(content);
		});
		return HexFormat.of().formatHex(digest.digest());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
