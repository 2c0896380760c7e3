package academy.coldstart.quiz;

import java.util.List;
import java.util.Map;

/**
 * What a reader answers, as it comes from a form.
 *
 * @param given the numbers of chosen options, or what was typed
 * @param order the steps in the order they have now
 * @param move the step to be moved and where to, such as {@code 2-up}, or empty
 */
public record Answer(List<String> given, List<String> order, String move) {

	/** Nobody answered. */
	public static final Answer NONE = new Answer(List.of(), List.of(), "");

	private static final int MOST = 40;

	public Answer {
		given = given.stream().limit(MOST).toList();
		order = order.stream().limit(MOST).toList();
	}

	/**
	 * Read what a form sends. Who asks for a check without an answer is told to give one.
	 * @param form the values by the names of the fields
	 * @return the answer
	 */
	public static Answer of(Map<String, List<String>> form) {
		List<String> nothing = form.containsKey("check") ? List.of("") : List.of();
		return new Answer(form.getOrDefault("answer", nothing), form.getOrDefault("order", List.of()),
				form.getOrDefault("move", List.of()).stream().findFirst().orElse(""));
	}

	/**
	 * Choose options.
	 * @param numbers their numbers, from 0
	 * @return the answer
	 */
	public static Answer of(String... numbers) {
		return new Answer(List.of(numbers), List.of(), "");
	}

}
