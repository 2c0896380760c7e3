package academy.coldstart.grading.web;

import java.util.List;

/**
 * Says how many checks pass.
 */
final class Counting {

	private static final List<String> WORDS = List.of("None", "One", "Two", "Three", "Four", "Five", "Six", "Seven",
			"Eight", "Nine");

	private Counting() {
	}

	static String sentence(int passed, int all) {
		if (passed == all) {
			return (all == 1) ? "The check passes." : "All " + all + " checks pass.";
		}
		if (passed == 0) {
			return (all == 1) ? "The check does not pass yet." : "None of the " + all + " checks passes yet.";
		}
		return passed + " of " + all + " checks pass. " + word(all - passed) + " to go.";
	}

	static String checks(int count) {
		return (count == 1) ? "1 check" : count + " checks";
	}

	private static String word(int number) {
		return (number < WORDS.size()) ? WORDS.get(number) : Integer.toString(number);
	}

}
