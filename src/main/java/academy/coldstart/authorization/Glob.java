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

	static boolean matches(String pattern, String text) {
		return matches(Part.whole(pattern), Part.whole(text), false);
	}

	static boolean matchesIgnoringCase(String pattern, String text) {
		return matches(Part.whole(pattern), Part.whole(text), true);
	}

	// Go on greedily, and come back to the last wildcard when that fails: no pattern
	// takes longer than its length times that of the text.
	private static boolean matches(Part pattern, Part text, boolean ignoringCase) {
		int at = text.from();
		int in = pattern.from();
		int wildcard = -1;
		int resume = 0;
		while (at < text.to()) {
			if (in < pattern.to() && pattern.at(in) == MANY) {
				wildcard = in++;
				resume = at;
			}
			else if (in < pattern.to() && fits(pattern.at(in), text.at(at), ignoringCase)) {
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
		while (in < pattern.to() && pattern.at(in) == MANY) {
			in++;
		}
		return in == pattern.to();
	}

	private static boolean fits(char wanted, char given, boolean ignoringCase) {
		return wanted == given || wanted == ONE
				|| (ignoringCase && Character.toLowerCase(wanted) == Character.toLowerCase(given));
	}

	/**
	 * Match an ARN part by part: a wildcard covers colons in the last part only. Source:
	 * IAM User Guide, IAM JSON policy elements: Resource.
	 * @param pattern the compiled pattern
	 * @param arn the ARN, or {@code *} for a call that has no resource
	 * @return whether it matches
	 */
	static boolean matchesArn(String pattern, String arn) {
		if (isNoArn(pattern) || isNoArn(arn)) {
			return matches(pattern, arn);
		}
		Part wanted = Part.first(pattern);
		Part given = Part.first(arn);
		for (int i = 1; i < ARN_PARTS; i++) {
			if (!matches(wanted, given, false)) {
				return false;
			}
			wanted = wanted.next(i + 1 == ARN_PARTS);
			given = given.next(i + 1 == ARN_PARTS);
		}
		return matches(wanted, given, false);
	}

	private static boolean isNoArn(String text) {
		int parts = 1;
		for (int at = text.indexOf(':'); at >= 0 && parts < ARN_PARTS; at = text.indexOf(':', at + 1)) {
			parts++;
		}
		return parts < ARN_PARTS;
	}

	/**
	 * A part of a text, which is not copied.
	 *
	 * @param text the text
	 * @param from where the part begins
	 * @param to where it ends
	 */
	private record Part(String text, int from, int to) {

		static Part whole(String text) {
			return new Part(text, 0, text.length());
		}

		static Part first(String text) {
			return new Part(text, 0, text.indexOf(':'));
		}

		// The last part has the colons that are left.
		Part next(boolean last) {
			int begin = this.to + 1;
			return new Part(this.text, begin, last ? this.text.length() : this.text.indexOf(':', begin));
		}

		char at(int index) {
			return this.text.charAt(index);
		}

	}

}
