package academy.coldstart.rendering;

import java.nio.file.Path;

/**
 * The Markdown text of a page.
 *
 * @param file the file it stands in, relative to the course's root
 * @param text the text
 * @param firstLine the line of the file that the text begins on, from 1
 */
public record PageSource(Path file, String text, int firstLine) {
}
