package academy.coldstart.rendering;

import java.util.List;

/**
 * A rendered text.
 *
 * @param html safe HTML
 * @param headings the headings for a table of contents, in order
 * @param words how many words it has, code left out
 */
public record Page(String html, List<Heading> headings, int words) {

	public Page {
		headings = List.copyOf(headings);
	}

	/**
	 * A heading of a page.
	 *
	 * @param level from 2
	 * @param id the anchor
	 * @param text the plain text
	 */
	public record Heading(int level, String id, String text) {
	}

}
