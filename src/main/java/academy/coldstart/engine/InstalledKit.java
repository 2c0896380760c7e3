package academy.coldstart.engine;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What was installed with the engine and serves functions too. Empty until the
 * installation is complete, so ask again.
 */
public interface InstalledKit {

	/**
	 * Return the Python interpreter.
	 * @return the program, when it is installed
	 */
	Optional<Path> python();

	/**
	 * Return the libraries that Python functions find at run time.
	 * @return the folder, when it is installed
	 */
	Optional<Path> pythonLibraries();

	/**
	 * Return what Java functions are run and compiled with.
	 * @return it, when it is installed
	 */
	Optional<InstalledJava> java();

	/**
	 * Say why {@link #java()} is empty.
	 * @return a sentence or two, with what to do
	 */
	String javaProblem();

	/**
	 * Return the Node.js interpreter, the installed one or one of this machine.
	 * @return the program, when there is one
	 */
	Optional<Path> node();

	/**
	 * Return the libraries that Node.js functions find at run time.
	 * @return the folder with {@code node_modules}, when it is installed
	 */
	Optional<Path> nodeLibraries();

	/**
	 * Return why Node.js functions cannot run although the installation is complete.
	 * @return the reason with what to do, or empty when they can
	 */
	Optional<String> nodeProblem();

}
