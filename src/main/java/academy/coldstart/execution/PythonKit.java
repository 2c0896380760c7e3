package academy.coldstart.execution;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where Python functions find their interpreter and the AWS SDK. Supplied by wiring, and
 * asked again for each environment, because the kit may be installed while the platform
 * runs already.
 */
public interface PythonKit {

	/**
	 * Return the interpreter.
	 * @return the program, or empty when it is not installed yet
	 */
	Optional<Path> interpreter();

	/**
	 * Return the directory of packages that Lambda brings with its Python runtimes, the
	 * AWS SDK above all.
	 * @return the directory, or empty when it is not installed
	 */
	Optional<Path> packages();

}
