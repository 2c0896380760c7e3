package academy.coldstart.grader;

import java.util.List;
import java.util.Locale;

/**
 * Writes moments of a trace for people.
 */
final class Moments {

	private static final int SHOWN = 6;

	private Moments() {
	}

	static String text(double ms) {
		return String.format(Locale.ROOT, "%.2f s", ms / 1000);
	}

	static String text(List<Double> moments) {
		List<String> texts = moments.stream().limit(SHOWN).map(Moments::text).toList();
		if (moments.size() > SHOWN) {
			return String.join(", ", texts) + " and " + (moments.size() - SHOWN) + " more";
		}
		return (texts.size() < 2) ? String.join("", texts)
				: String.join(", ", texts.subList(0, texts.size() - 1)) + " and " + texts.getLast();
	}

}
