package academy.coldstart.simulator.web;

import java.util.List;

import academy.coldstart.rendering.Fact;
import academy.coldstart.simulator.Control.Option;
import academy.coldstart.simulator.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a simulator shows.
 *
 * @param id its name in addresses
 * @param title its title
 * @param lead what can be tried
 * @param question what is asked first
 * @param fields the form
 * @param presets settings worth a look
 * @param corrections what was asked for and could not be
 * @param result what happens, or nothing while a guess is asked for
 * @param facts what it calculates with
 */
record SimulatorPage(String id, String title, String lead, String question, List<Field> fields, List<Link> presets,
		List<String> corrections, @Nullable Result result, List<Fact> facts) {

	/**
	 * A field of the form.
	 *
	 * @param id its name
	 * @param label its label
	 * @param help a sentence on it, may be empty
	 * @param value its value
	 * @param numbers the values it may have, for a number
	 * @param options the values it may have, for a choice
	 * @param shown whether it does something now
	 */
	record Field(String id, String label, String help, String value, @Nullable Numbers numbers, List<Option> options,
			boolean shown) {
	}

	/**
	 * The range of a number.
	 *
	 * @param least the smallest
	 * @param most the largest
	 */
	record Numbers(int least, int most) {
	}

	/**
	 * A link.
	 *
	 * @param title its text
	 * @param href where it leads
	 */
	record Link(String title, String href) {
	}

	/**
	 * What happens.
	 *
	 * @param guess what was guessed and what it is, if somebody guessed
	 * @param right whether the guess is right
	 * @param outcome what happens
	 * @param again the address where the guess is asked for again
	 */
	record Result(@Nullable String guess, boolean right, Outcome outcome, String again) {
	}

}
