package academy.coldstart.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Finds what somebody may have meant.
 */
final class Suggestions {

	private static final int SHOWN = 3;

	private Suggestions() {
	}

	/**
	 * Ask about the nearest names, or list all when none is near.
	 * @param given what was given
	 * @param names the names there are
	 * @return a sentence that begins with a space, or nothing when there are no names
	 */
	static String sentence(String given, Collection<String> names) {
		String lower = given.toLowerCase(Locale.ROOT);
		List<String> near = names.stream()
			.filter((name) -> distance(lower, name) <= Math.max(2, name.length() / 3) || name.startsWith(lower)
					|| (lower.length() > 2 && name.contains(lower)))
			.sorted(Comparator.comparingInt((name) -> distance(lower, name)))
			.limit(SHOWN)
			.toList();
		if (!near.isEmpty()) {
			return " Did you mean " + String.join(" or ", near) + "?";
		}
		return names.isEmpty() ? "" : " There are: " + names.stream().sorted().collect(Collectors.joining(", ")) + ".";
	}

	private static int distance(String first, String second) {
		// Levenshtein's edit distance.
		int[] row = new int[second.length() + 1];
		for (int j = 0; j <= second.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= first.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= second.length(); j++) {
				int change = diagonal + ((first.charAt(i - 1) == second.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
			}
		}
		return row[second.length()];
	}

}
