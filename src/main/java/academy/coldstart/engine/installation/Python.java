package academy.coldstart.engine.installation;

import java.nio.file.Path;

/**
 * A Python interpreter that was found to work.
 *
 * @param program the interpreter
 * @param version its version, such as {@code 3.13.0}
 */
public record Python(Path program, String version) {

	/** Stands for no Python at all. */
	static final Python NONE = new Python(Path.of("none"), "0.0.0");

	private static final int OLDEST_MINOR = 12;

	boolean isSupported() {
		String[] parts = this.version.split("\\.", 3);
		return parts.length == 3 && "3".equals(parts[0]) && Integer.parseInt(parts[1]) >= OLDEST_MINOR
				&& Integer.parseInt(parts[1]) <= 13;
	}

}
