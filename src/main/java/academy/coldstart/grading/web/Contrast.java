package academy.coldstart.grading.web;

import java.util.Arrays;

/**
 * A text with the part in it that differs from another text.
 *
 * @param before what is the same in both
 * @param differs what differs, empty where the texts have nothing in common
 * @param after what is the same in both again
 */
record Contrast(String before, String differs, String after) {

	/** Fewer equal characters than this are equal by chance. */
	private static final int MEANINGFUL = 4;

	/**
	 * Look at a text beside another.
	 * @param text the text
	 * @param other the other
	 * @return the text in parts
	 */
	static Contrast of(String text, String other) {
		int[] mine = text.codePoints().toArray();
		int[] theirs = other.codePoints().toArray();
		int start = Arrays.mismatch(mine, theirs);
		if (start < 0) {
			return new Contrast(text, "", "");
		}
		int end = 0;
		int most = Math.min(mine.length, theirs.length) - start;
		while (end < most && mine[mine.length - 1 - end] == theirs[theirs.length - 1 - end]) {
			end++;
		}
		if (start + end < MEANINGFUL) {
			return new Contrast(text, "", "");
		}
		return new Contrast(part(mine, 0, start), part(mine, start, mine.length - end),
				part(mine, mine.length - end, mine.length));
	}

	private static String part(int[] text, int from, int to) {
		return new String(text, from, to - from);
	}

}
