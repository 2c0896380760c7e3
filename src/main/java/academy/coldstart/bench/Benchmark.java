package academy.coldstart.bench;

import java.util.List;

/**
 * Measures one thing.
 */
interface Benchmark {

	/**
	 * Return the name by which it is chosen.
	 * @return such as {@code verdict}
	 */
	String name();

	/**
	 * Return whether it runs when nothing was chosen.
	 * @return false for what takes many minutes
	 */
	default boolean isUsual() {
		return true;
	}

	/**
	 * Measure.
	 * @param plan how often, and who hears how it goes
	 * @return the figures
	 * @throws Exception when it could not be measured
	 */
	List<Figure> measure(BenchPlan plan) throws Exception;

}
