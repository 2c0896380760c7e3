package academy.coldstart.isolation;

import java.util.function.Predicate;

/**
 * One thing that is tried inside a sandbox.
 *
 * @param attempt what the first process of sandboxes is told to try
 * @param success what its answer has to be
 * @param meaning what it means when the answer is another, as a clause
 */
record Probe(String attempt, Predicate<String> success, String meaning) {

	static Probe refused(String attempt, String meaning) {
		return new Probe(attempt, (answer) -> answer.startsWith("E"), meaning);
	}

	static Probe allowed(String attempt, String meaning) {
		return new Probe(attempt, "ok"::equals, meaning);
	}

	static Probe answers(String attempt, String answer, String meaning) {
		return new Probe(attempt, answer::equals, meaning);
	}

}
