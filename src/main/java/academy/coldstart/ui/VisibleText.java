package academy.coldstart.ui;

import java.util.HexFormat;

/**
 * Makes text of a learner's program harmless to read: characters that move, hide or
 * reorder what stands around them become visible.
 */
public final class VisibleText {

	/** Longer lines are cut on pages; downloads have them whole. */
	private static final int MAX_LINE = 2000;

	private static final int CONTROL_PICTURES = 0x2400;

	private static final int REPLACEMENT = 0xFFFD;

	private static final int JOINER = 0x200D;

	private static final int PICTURE_SELECTOR = 0xFE0F;

	private static final HexFormat HEX = HexFormat.of();

	private VisibleText() {
	}

	/**
	 * Make a text harmless.
	 * @param text the text
	 * @return the text with visible stand-ins
	 */
	public static String of(String text) {
		StringBuilder visible = new StringBuilder(text.length());
		int[] characters = text.codePoints().toArray();
		for (int i = 0; i < characters.length; i++) {
			if (joinsPictures(characters, i)) {
				visible.appendCodePoint(characters[i]);
			}
			else {
				append(visible, characters[i]);
			}
		}
		return visible.toString();
	}

	/**
	 * Make a line harmless, and cut it when it is long.
	 * @param text the line
	 * @return the line with visible stand-ins
	 */
	public static String line(String text) {
		if (text.length() <= MAX_LINE) {
			return of(text);
		}
		return of(text.substring(0, MAX_LINE)) + " … " + (text.length() - MAX_LINE) + " more characters";
	}

	private static void append(StringBuilder visible, int character) {
		if (character == '\n' || character == '\t' || character == '\r') {
			visible.append((char) character);
		}
		else if (character < ' ') {
			visible.append((char) (CONTROL_PICTURES + character));
		}
		else if (isInvisible(character)) {
			visible.append("\\u").append(HEX.toHexDigits(character, (character > Character.MAX_VALUE) ? 6 : 4));
		}
		else {
			visible.appendCodePoint(isLoneSurrogate(character) ? REPLACEMENT : character);
		}
	}

	// Families and professions are several emoji that are joined to one.
	private static boolean joinsPictures(int[] characters, int index) {
		return characters[index] == JOINER && index > 0 && index + 1 < characters.length
				&& isPicture(characters[index - 1]) && Character.isExtendedPictographic(characters[index + 1]);
	}

	private static boolean isPicture(int character) {
		return character == PICTURE_SELECTOR || Character.isEmojiModifier(character)
				|| Character.isExtendedPictographic(character);
	}

	private static boolean isLoneSurrogate(int character) {
		return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
	}

	// What reorders or joins text, what has no width, what ends lines, and the controls
	// beyond ASCII.
	private static boolean isInvisible(int character) {
		return switch (Character.getType(character)) {
			case Character.FORMAT, Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
			default -> false;
		};
	}

}
