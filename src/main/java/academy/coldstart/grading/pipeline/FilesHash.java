package academy.coldstart.grading.pipeline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import academy.coldstart.course.SourceFiles;

/**
 * Names files by the SHA-256 of their paths and contents.
 */
final class FilesHash {

	private FilesHash() {
	}

	static String of(SourceFiles files) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			files.contents().forEach((path, content) -> {
				digest.update(path.getBytes(StandardCharsets.UTF_8));
				digest.update((byte) 0);
				digest.update(ByteBuffer.allocate(Long.BYTES).putLong(content.length).array());
				digest.update(content);
			});
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
