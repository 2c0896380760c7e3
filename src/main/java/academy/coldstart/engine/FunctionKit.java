package academy.coldstart.engine;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the engine's installation holds for functions. It comes with the installation, so
 * it may be there only after the application has started.
 */
public interface FunctionKit {

	/**
	 * Return the Python interpreter that functions run with.
	 * @return the program, or empty while nothing is installed
	 */
	Optional<Path> python();

	/**
	 * Return the directory of packages that Python functions find without bringing them.
	 * @return the directory, or empty while nothing is installed
	 */
	Optional<Path> pythonPackages();

}
