package academy.coldstart.recording;

import java.util.regex.Pattern;

import academy.coldstart.trace.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Tells which account the engine takes an access key id for.
 */
final class AccessKeys {

	private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	private static final Pattern ISSUED = Pattern.compile("(LSIA|LKIA)[A-Z2-7]{16,}");

	/** What the first eight characters after the prefix mean for account 0. */
	private static final long OFFSET = 1L << 39;

	private AccessKeys() {
	}

	/**
	 * Decode the account of a key that the engine issued.
	 * @param accessKeyId the access key id
	 * @return the account, or null for every other key
	 */
	static @Nullable AccountId account(String accessKeyId) {
		if (!ISSUED.matcher(accessKeyId).matches()) {
			return null;
		}
		long packed = 0;
		for (int i = 4; i < 12; i++) {
			packed = packed * 32 + BASE32.indexOf(accessKeyId.charAt(i));
		}
		long account = 2 * (packed - OFFSET) + ((BASE32.indexOf(accessKeyId.charAt(12)) >= 16) ? 1 : 0);
		return (account < 0 || account > 999_999_999_999L) ? null : new AccountId(String.format("%012d", account));
	}

}
