package academy.coldstart.execution;

import java.util.Optional;

/**
 * Where Java functions find their JDK and their libraries. Supplied by wiring, and asked
 * again for each environment, because the kit may be installed while the platform runs
 * already.
 */
public interface JavaKit {

	/**
	 * Return what is installed.
	 * @return it, or empty when there is nothing
	 */
	Optional<JavaInstallation> installation();

	/**
	 * Say why there is nothing.
	 * @return a sentence or two, with what to do
	 */
	String problem();

}
