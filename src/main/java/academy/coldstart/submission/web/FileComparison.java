package academy.coldstart.submission.web;

import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;

/**
 * A file of a solution beside what the learner wrote under the same name.
 *
 * @param path its path
 * @param text the whole text of the solution's file
 * @param differences what differs, with a few equal lines around it; empty when nothing
 * does
 */
record FileComparison(String path, String text, List<Line> differences) {

	private static final int CONTEXT = 3;

	/** The two lines that name the files, which the page does by itself. */
	private static final int NAMES = 2;

	FileComparison {
		differences = List.copyOf(differences);
	}

	static FileComparison of(String path, String own, String solution) {
		List<String> before = own.lines().toList();
		List<String> differences = UnifiedDiffUtils.generateUnifiedDiff(path, path, before,
				DiffUtils.diff(before, solution.lines().toList()), CONTEXT);
		return new FileComparison(path, solution, differences.stream().skip(NAMES).map(Line::of).toList());
	}

	/**
	 * A line of the differences.
	 *
	 * @param kind what it is
	 * @param text its text, or for a gap where it is
	 */
	record Line(Kind kind, String text) {

		static Line of(String line) {
			return switch (line.charAt(0)) {
				case '+' -> new Line(Kind.SOLUTION, line.substring(1));
				case '-' -> new Line(Kind.OWN, line.substring(1));
				case '@' -> new Line(Kind.GAP, line);
				default -> new Line(Kind.BOTH, line.substring(1));
			};
		}

	}

	/**
	 * Where a line stands.
	 */
	enum Kind {

		/** Only in the solution. */
		SOLUTION("+", "Solution"),

		/** Only in what the learner wrote. */
		OWN("−", "Yours"),

		/** In both. */
		BOTH(" ", ""),

		/** Equal lines are left out here. */
		GAP("⋯", "");

		private final String sign;

		private final String word;

		Kind(String sign, String word) {
			this.sign = sign;
			this.word = word;
		}

		/**
		 * Return its sign.
		 * @return one character
		 */
		public String sign() {
			return this.sign;
		}

		/**
		 * Return what screen readers hear before the line.
		 * @return the word, may be empty
		 */
		public String word() {
			return this.word;
		}

	}

}
