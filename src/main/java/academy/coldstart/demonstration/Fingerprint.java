package academy.coldstart.demonstration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;

/**
 * Tells other contents of files apart.
 */
public final class Fingerprint {

	private Fingerprint() {
	}

	/**
	 * Compute the fingerprint of files.
	 * @param files the contents by path
	 * @return 16 hexadecimal digits
	 */
	public static String of(SortedMap<String, byte[]> files) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (Map.Entry<String, byte[]> file : files.entrySet()) {
				digest.update((file.getKey() + '\0' + file.getValue().length + '\0').getBytes(StandardCharsets.UTF_8));
				digest.update(file.getValue());
			}
			return HexFormat.of().formatHex(digest.digest(), 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
