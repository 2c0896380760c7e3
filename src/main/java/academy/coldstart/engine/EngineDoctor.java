package academy.coldstart.engine;

import java.util.List;

/**
 * Examines whether the engine can work on this machine.
 */
public interface EngineDoctor {

	/**
	 * Look for everything the engine needs. Takes a second or two and changes nothing.
	 * @return what was found, the most basic things first
	 */
	List<Finding> examine();

}
