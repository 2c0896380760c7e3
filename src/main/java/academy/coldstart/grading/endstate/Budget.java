package academy.coldstart.grading.endstate;

import academy.coldstart.endstate.Excerpt;

/**
 * How much of a run may be kept: each text is cut, and when all of them together are
 * enough, lists end. Not for several threads.
 */
final class Budget {

	/** How many characters of one text are kept. */
	static final int TEXT = 2000;

	/** How many characters of a run are kept; the last entry may go beyond. */
	static final int RUN = 200_000;

	private int left = RUN;

	/**
	 * Keep a text, or its beginning.
	 * @param text the text
	 * @return what is kept of it
	 */
	Excerpt excerpt(String text) {
		Excerpt excerpt = Excerpt.of(text, TEXT);
		this.left -= excerpt.text().length();
		return excerpt;
	}

	/**
	 * Keep a name.
	 * @param name the name, of any length
	 * @return the name, or its beginning
	 */
	String name(String name) {
		return excerpt(name).text();
	}

	/**
	 * Say whether no further entry is to be kept.
	 * @return whether everything is used up
	 */
	boolean isSpent() {
		return this.left <= 0;
	}

}
