package academy.coldstart.submission;

import java.util.ArrayList;
import java.util.List;

import academy.coldstart.ui.VisibleText;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;

/**
 * What differs between two texts, line by line.
 *
 * @param lines the lines that differ, with a few equal lines around them; empty when
 * nothing does
 * @param tooLong whether the texts are too long to be compared on a page
 */
public record LineDifferences(List<Line> lines, boolean tooLong) {

	private static final int CONTEXT = 3;

	/** The two lines that name the files, which pages do by themselves. */
	private static final int NAMES = 2;

	/** Comparing takes time that grows with the product of lines and differences. */
	private static final int MOST_LINES = 3000;

	public LineDifferences {
		lines = List.copyOf(lines);
	}

	/**
	 * Compare two texts.
	 * @param before the one
	 * @param after the other
	 * @return what differs
	 */
	public static LineDifferences between(String before, String after) {
		List<String> old = before.lines().toList();
		List<String> now = after.lines().toList();
		if (old.size() > MOST_LINES || now.size() > MOST_LINES) {
			return new LineDifferences(List.of(), !before.equals(after));
		}
		List<String> unified = UnifiedDiffUtils.generateUnifiedDiff("", "", old,
				DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>()), CONTEXT);
		return new LineDifferences(removedFirst(unified.stream().skip(NAMES).map(Line::of).toList()), false);
	}

	// What a line was is read before what it became.
	private static List<Line> removedFirst(List<Line> lines) {
		List<Line> ordered = new ArrayList<>();
		int removed = 0;
		for (Line line : lines) {
			if (line.kind() == Kind.REMOVED) {
				ordered.add(removed++, line);
			}
			else {
				ordered.add(line);
				removed = (line.kind() == Kind.ADDED) ? removed : ordered.size();
			}
		}
		return ordered;
	}

	/**
	 * A line.
	 *
	 * @param kind where it stands
	 * @param text its text, harmless to read, or for a gap where it is
	 */
	public record Line(Kind kind, String text) {

		static Line of(String line) {
			return switch (line.charAt(0)) {
				case '+' -> new Line(Kind.ADDED, VisibleText.line(line.substring(1)));
				case '-' -> new Line(Kind.REMOVED, VisibleText.line(line.substring(1)));
				case '@' -> new Line(Kind.GAP, line);
				default -> new Line(Kind.BOTH, VisibleText.line(line.substring(1)));
			};
		}

	}

	/**
	 * Where a line stands.
	 */
	public enum Kind {

		/** Only in the text after. */
		ADDED("+"),

		/** Only in the text before. */
		REMOVED("−"),

		/** In both. */
		BOTH(" "),

		/** Equal lines are left out here. */
		GAP("⋯");

		private final String sign;

		Kind(String sign) {
			this.sign = sign;
		}

		/**
		 * Return its sign.
		 * @return one character
		 */
		public String sign() {
			return this.sign;
		}

	}

}
