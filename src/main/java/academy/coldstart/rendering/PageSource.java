package academy.coldstart.rendering;

import java.nio.file.Path;

/**
 * The Markdown text of a page.
 *
 * @param file the file it stands in, relative to the course's root
 * @param text the text
 * @param firstLine the line of the file that the text begins on, from 1
 * @param address the address of a page that may ask questions, such as
 * {@code /lessons/idempotency}; else empty
 */
public record PageSource(Path file, String text, int firstLine, String address) {

	/**
	 * Make the text of a page that asks no questions.
	 * @param file the file it stands in, relative to the course's root
	 * @param text the text
	 * @param firstLine the line of the file that the text begins on, from 1
	 */
	public PageSource(Path file, String text, int firstLine) {
		this(file, text, firstLine, "");
	}

}
