package academy.coldstart.timeline;

/**
 * Estimates from above how wide a text is drawn: the fonts of readers are not known.
 */
final class TextWidth {

	private static final String NARROW = "iljtfrI.,:;|!'`()[]{}-/ ";

	private static final String WIDE = "mwMWQOGD@%&—…✕→×";

	/** Characters from here on may be as wide as they are high, or wider. */
	private static final int FULL_WIDTH = 0x0250;

	private TextWidth() {
	}

	/**
	 * Estimate the width of a text.
	 * @param text the text
	 * @param size the size of the font in pixels
	 * @return pixels, rather too many than too few
	 */
	static double of(String text, double size) {
		return text.codePoints().mapToDouble(TextWidth::relative).sum() * size;
	}

	private static double relative(int character) {
		if (NARROW.indexOf(character) >= 0) {
			return 0.43;
		}
		if (WIDE.indexOf(character) >= 0) {
			return 1.02;
		}
		if (character >= FULL_WIDTH) {
			return 1.4;
		}
		return Character.isUpperCase(character) ? 0.78 : 0.64;
	}

	/**
	 * Cut a text so that it fits.
	 * @param text the text
	 * @param size the size of the font in pixels
	 * @param room the pixels that there are
	 * @return the text, its beginning with an ellipsis, or nothing when hardly anything
	 * would be left
	 */
	static String fitted(String text, double size, double room) {
		if (of(text, size) <= room) {
			return text;
		}
		int length = text.length();
		while (length > 0 && of(text.substring(0, length) + '…', size) > room) {
			length = text.offsetByCodePoints(length, -1);
		}
		return (length >= 4) ? text.substring(0, length).stripTrailing() + '…' : "";
	}

}
