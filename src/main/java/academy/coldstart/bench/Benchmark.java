package academy.coldstart.bench;

import java.util.function.Consumer;

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
	 * @param figures is given each figure as soon as it is known
	 * @throws Exception when it could not be measured
	 */
	void measure(BenchPlan plan, Consumer<Figure> figures) throws Exception;

}
