package academy.coldstart.rendering;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Draws runs that were recorded for a text.
 */
@FunctionalInterface
public interface RunFigures {

	/**
	 * Draw a recorded run.
	 * @param file the file that it was recorded into
	 * @param caption what is to be seen, as plain text
	 * @return safe HTML
	 * @throws IOException when the file cannot be read, with a message that says why
	 */
	String write(Path file, String caption) throws IOException;

}
