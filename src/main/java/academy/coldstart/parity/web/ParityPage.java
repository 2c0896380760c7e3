package academy.coldstart.parity.web;

import java.util.Arrays;
import java.util.List;

import academy.coldstart.parity.Area;
import academy.coldstart.parity.Behavior;
import academy.coldstart.parity.ParityRegister;
import academy.coldstart.parity.ParityState;

/**
 * What the page of the register shows.
 *
 * @param engine the engine that it is about
 * @param counts how many behaviors are met in which way
 * @param differences what differs, to be read first
 * @param areas everything
 */
record ParityPage(String engine, List<Count> counts, List<Behavior> differences, List<Area> areas) {

	static final String TITLE = "How this differs from AWS";

	static ParityPage of(ParityRegister register) {
		List<Count> counts = Arrays.stream(ParityState.values())
			.map((state) -> new Count(register.count(state), state.words()))
			.toList();
		List<Behavior> differences = register.behaviors()
			.stream()
			.filter((behavior) -> behavior.state() == ParityState.DIFFERS)
			.toList();
		return new ParityPage(register.engine(), counts, differences, register.areas());
	}

	/**
	 * Return the title of the page.
	 * @return the title
	 */
	String title() {
		return TITLE;
	}

	/**
	 * How many behaviors are met in one way.
	 *
	 * @param number how many
	 * @param words the way
	 */
	record Count(long number, String words) {
	}

}
