package academy.coldstart.execution;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Knows how functions of one language are run.
 */
public interface LanguageRuntime {

	/**
	 * Say whether functions with a runtime identifier are written in this language.
	 * @param runtime the identifier, such as {@code python3.13}
	 * @return whether they are
	 */
	boolean runs(String runtime);

	/**
	 * Say why the language cannot be used at present.
	 * @return the reason with what to do, or empty when it can
	 */
	Optional<String> unavailable();

	/**
	 * Say why functions with one of the language's runtime identifiers cannot run.
	 * @param runtime the identifier
	 * @return the reason with what to do, or empty when they can
	 */
	default Optional<String> unavailable(String runtime) {
		return unavailable();
	}

	/**
	 * Return the version of the runtime that really runs.
	 * @return such as {@code Python 3.13.0}
	 */
	String version();

	/**
	 * Return the directories that a function reads beside its code and layers.
	 * @return the directories
	 */
	List<Path> directories();

	/**
	 * Return the directory that {@code LAMBDA_RUNTIME_DIR} names.
	 * @return one of the directories
	 */
	Path runtimeDirectory();

	/**
	 * Return the command line that starts the runtime.
	 * @param launch the function's process
	 * @return the program and its arguments
	 */
	List<String> commandLine(Launch launch);

	/**
	 * Return variables that functions of this language have unless they set them
	 * themselves.
	 * @param launch the function's process
	 * @return the variables
	 */
	default Map<String, String> variables(Launch launch) {
		return Map.of();
	}

	/**
	 * Return how much more private memory the runtime maps than it uses. The kernel
	 * counts what is mapped, so a program that allocates far too much at once is stopped
	 * only beyond this.
	 * @return bytes beyond the memory of the function
	 */
	default long dataHeadroomBytes() {
		return 64L * 1024 * 1024;
	}

}
