package academy.coldstart.simulator;

import java.util.List;

/**
 * A model that learners set and watch. The same settings always give the same outcome.
 */
public interface Simulator {

	/**
	 * Return its name in addresses.
	 * @return such as {@code retry-timeline}
	 */
	String id();

	/**
	 * Return its title.
	 * @return such as {@code Retry timeline}
	 */
	String title();

	/**
	 * Say in one or two sentences what can be tried.
	 * @return the sentences
	 */
	String lead();

	/**
	 * Return what can be set, in the order of the form.
	 * @return the controls
	 */
	List<Control> controls();

	/**
	 * Return settings worth a look.
	 * @return the presets
	 */
	List<Preset> presets();

	/**
	 * Return what is asked before the figure is shown. The answer is a whole number.
	 * @return the question
	 */
	String question();

	/**
	 * Return the figures of AWS that it calculates with.
	 * @return the constants
	 */
	List<Constant> constants();

	/**
	 * Calculate what happens.
	 * @param settings valid values of all controls
	 * @return what happens
	 */
	Outcome run(Settings settings);

}
