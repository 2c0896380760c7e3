package academy.coldstart.engine;

import java.util.function.Consumer;

/**
 * Installs what the engine and the functions need, without starting anything.
 */
@FunctionalInterface
public interface EngineInstallation {

	/**
	 * Install what is missing. Nothing is downloaded after that.
	 * @param progress hears about every step, in sentences for everybody
	 * @throws EngineUnavailable when something is missing that only a person can provide
	 */
	void complete(Consumer<String> progress);

}
