package academy.coldstart.isolation;

import java.util.List;

/**
 * A running program that the watchdog looks at.
 */
interface Watched {

	boolean isFrozen();

	/**
	 * Kill the program if it is beyond a limit.
	 * @param table all processes of the machine
	 * @param withScratch whether to look at the scratch directory, which takes longer
	 */
	void inspect(List<ProcessEntry> table, boolean withScratch);

}
