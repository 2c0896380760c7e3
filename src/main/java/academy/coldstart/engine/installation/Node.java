package academy.coldstart.engine.installation;

import java.nio.file.Path;

/**
 * A Node.js that was found to work.
 *
 * @param program the interpreter
 * @param version its version, such as {@code 24.19.0}
 */
public record Node(Path program, String version) {

	/** The oldest version that functions run with. */
	public static final String OLDEST = "22.15";

	/**
	 * Tell whether functions run with it: earlier versions cannot be told where else to
	 * look for ES modules, and odd ones between them are not what Lambda has.
	 */
	boolean isSupported() {
		String[] parts = this.version.split("\\.", 3);
		int major = Integer.parseInt(parts[0]);
		return major >= 24 || (major == 22 && Integer.parseInt(parts[1]) >= 15);
	}

}
