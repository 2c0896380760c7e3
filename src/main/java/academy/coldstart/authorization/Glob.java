package academy.coldstart.authorization;

/**
 * Matches texts with the wildcards of policies. In a compiled pattern they are characters
 * that no text has, so that a {@code *} of a value stays what it is.
 */
final class Glob {

	/** Any characters, also none. */
	static final char MANY = '\uFFFF';

	/** Exactly one character. */
	static final char ONE = '\uFFFE';

	private static final int ARN_PARTS = 6;

	private Glob() {
	}

	static String compile(String source) {
		return source.replace('*', MANY).replace('?', ONE);
	}

	// Go on greedily, and come back to the last wildcard when that fails: no pattern
	// takes longer than its length times that of the text.
	static boolean matches(String pattern, String text) {
		int at = 0;
		int in = 0;
		int wildcard = -1;
		int resume = 0;
		while (at < text.length()) {
			if (in < pattern.length() && pattern.charAt(in) == MANY) {
				wildcard = in++;
				resume = at;
			}
			else if (in < pattern.length() && (pattern.charAt(in) == ONE || pattern.charAt(in) == text.charAt(at))) {
				in++;
				at++;
			}
			else if (wildcard >= 0) {
				in = wildcard + 1;
				at = ++resume;
			}
			else {
				return false;
			}
		}
		while (in < pattern.length() && pattern.charAt(in) == MANY) {
			in++;
		}
		return in == pattern.length();
	}

	/**
	 * Match an ARN part by part: a wildcard covers colons in the last part only. Source:
	 * IAM User Guide, IAM JSON policy elements: Resource.
	 * @param pattern the compiled pattern
	 * @param arn the ARN, or {@code *} for a call that has no resource
	 * @return whether it matches
	 */
	static boolean matchesArn(String pattern, String arn) {
		String[] wanted = pattern.split(":", ARN_PARTS);
		String[] given = arn.split(":", ARN_PARTS);
		if (wanted.length < ARN_PARTS || given.length < ARN_PARTS) {
			return matches(pattern, arn);
		}
		for (int i = 0; i < ARN_PARTS; i++) {
			if (!matches(wanted[i], given[i])) {
				return false;
			}
		}
		return true;
	}

}
