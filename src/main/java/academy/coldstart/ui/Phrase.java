package academy.coldstart.ui;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of a sentence: words, or code that stood between backticks.
 *
 * @param text the text
 * @param code whether it is code
 */
public record Phrase(String text, boolean code) {

	/**
	 * Split a sentence into words and code. A backtick without a partner stays as it is.
	 * @param sentence the sentence, or null for none
	 * @return its parts in order
	 */
	public static List<Phrase> parse(@Nullable String sentence) {
		List<Phrase> phrases = new ArrayList<>();
		String rest = (sentence != null) ? sentence : "";
		while (!rest.isEmpty()) {
			int open = rest.indexOf('`');
			int close = (open < 0) ? -1 : rest.indexOf('`', open + 1);
			if (close < 0) {
				phrases.add(new Phrase(rest, false));
				return List.copyOf(phrases);
			}
			add(phrases, rest.substring(0, open), false);
			add(phrases, rest.substring(open + 1, close), true);
			rest = rest.substring(close + 1);
		}
		return List.copyOf(phrases);
	}

	private static void add(List<Phrase> phrases, String text, boolean code) {
		if (!text.isEmpty()) {
			phrases.add(new Phrase(text, code));
		}
	}

}
