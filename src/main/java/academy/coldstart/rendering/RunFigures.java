package academy.coldstart.rendering;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The runs that were recorded for texts.
 */
public interface RunFigures {

	/**
	 * Draw a recorded run.
	 * @param file the file that it was recorded into
	 * @param caption what is to be seen, as plain text
	 * @param id the beginning of all ids in the figure, unique on its page
	 * @return safe HTML
	 * @throws IOException when the file cannot be read, with a message that says why
	 */
	String write(Path file, String caption, String id) throws IOException;

	/**
	 * Count what happened in a recorded run.
	 * @param file the file that it was recorded into
	 * @param measure what is counted, such as {@code invocations}
	 * @return how many there were
	 * @throws IOException when the file cannot be read or nothing is counted by that
	 * name, with a message that says which
	 */
	int count(Path file, String measure) throws IOException;

}
