package academy.coldstart.execution;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where Node.js functions find their interpreter and the AWS SDK. Supplied by wiring, and
 * asked again for each environment, because the kit may be installed while the platform
 * runs already.
 */
public interface NodeKit {

	/**
	 * Return the interpreter.
	 * @return the program, or empty when none is installed
	 */
	Optional<Path> interpreter();

	/**
	 * Return the directory {@code node_modules} with what Lambda brings with its Node.js
	 * runtimes, the AWS SDK above all.
	 * @return the directory, or empty when it is not installed
	 */
	Optional<Path> packages();

	/**
	 * Return why functions cannot run with this kit.
	 * @return the reason with what to do, or empty when they can, or when the kit is not
	 * installed yet
	 */
	default Optional<String> problem() {
		return Optional.empty();
	}

}
