package academy.coldstart.grading.template;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the resource type that somebody may have meant.
 */
final class NearestType {

	private static final int MAX_DISTANCE = 3;

	private NearestType() {
	}

	/**
	 * Find the type that is nearest to what is written.
	 * @param written what is written, such as {@code AWS::SQS::Qeue}
	 * @param types the types there are
	 * @return the nearest type, or empty when none is near
	 */
	static Optional<String> find(String written, Collection<String> types) {
		return types.stream()
			.sorted(Comparator.<String>comparingInt((type) -> distance(written, type))
				.thenComparing(Comparator.naturalOrder()))
			.findFirst()
			.filter((type) -> distance(written, type) <= MAX_DISTANCE);
	}

	private static int distance(String written, String type) {
		// Levenshtein's edit distance, without regard to case.
		String first = written.toLowerCase(Locale.ROOT);
		String second = type.toLowerCase(Locale.ROOT);
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
