package academy.coldstart.search;

import java.util.List;

/**
 * A passage that was found.
 *
 * @param kind what the page is, such as {@code Lesson}
 * @param title the title of the page
 * @param heading the heading, or empty for what stands before the first
 * @param address the address with the anchor of the heading
 * @param excerpt the part of the text that fits best
 */
public record Hit(String kind, String title, String heading, String address, List<Part> excerpt) {

	public Hit {
		excerpt = List.copyOf(excerpt);
	}

	/**
	 * A part of an excerpt.
	 *
	 * @param text the plain text
	 * @param marked whether it is what was looked for
	 */
	public record Part(String text, boolean marked) {
	}

}
