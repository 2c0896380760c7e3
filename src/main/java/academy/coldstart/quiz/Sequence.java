package academy.coldstart.quiz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Steps have to be put into their order.
 *
 * @param steps the steps in the right order, each with why it stands there
 */
public record Sequence(List<Option> steps) implements Task {

	private static final Pattern MOVE = Pattern.compile("(\\d{1,2})-(up|down)");

	public Sequence {
		steps = List.copyOf(steps);
	}

	/**
	 * Return the order of the steps after what the reader did.
	 * @param answer the answer
	 * @return the positions of the steps in the right order
	 */
	List<Integer> order(Answer answer) {
		List<Integer> order = arranged(answer).orElseGet(this::shuffled);
		Matcher move = MOVE.matcher(answer.move());
		if (move.matches()) {
			int from = order.indexOf(Integer.valueOf(move.group(1)));
			int to = from + (move.group(2).equals("up") ? -1 : 1);
			if (from >= 0 && to >= 0 && to < order.size()) {
				Collections.swap(order, from, to);
			}
		}
		return order;
	}

	private Optional<List<Integer>> arranged(Answer answer) {
		List<Integer> order = new ArrayList<>();
		answer.order().forEach((text) -> Choice.index(text, this.steps.size()).ifPresent(order::add));
		boolean whole = order.size() == this.steps.size() && order.stream().distinct().count() == order.size();
		return whole ? Optional.of(order) : Optional.empty();
	}

	// The same for everybody, and never the right one.
	private List<Integer> shuffled() {
		List<Integer> order = new ArrayList<>(sorted());
		Random random = new Random(this.steps.size());
		do {
			Collections.shuffle(order, random);
		}
		while (order.equals(sorted()));
		return order;
	}

	private List<Integer> sorted() {
		return IntStream.range(0, this.steps.size()).boxed().toList();
	}

	@Override
	public Reply reply(Answer answer) {
		List<Integer> order = order(answer);
		Matcher move = MOVE.matcher(answer.move());
		if (move.matches()) {
			int place = order.indexOf(Integer.valueOf(move.group(1)));
			return (place < 0) ? Reply.NONE
					: Reply.open("Now at place %d of %d.".formatted(place + 1, this.steps.size()));
		}
		return answer.order().isEmpty() ? Reply.NONE : judged(order);
	}

	private Reply judged(List<Integer> order) {
		int sound = 0;
		while (sound < order.size() && order.get(sound) == sound) {
			sound++;
		}
		boolean right = sound == order.size();
		int first = sound;
		return new Reply(right ? Reply.Standing.RIGHT : Reply.Standing.WRONG, right ? "Right." : difference(sound),
				IntStream.range(0, this.steps.size())
					.mapToObj((index) -> this.steps.get(index).note(right || index == order.get(first)))
					.toList());
	}

	private static String difference(int sound) {
		return switch (sound) {
			case 0 -> "Not this order. Look at what comes first.";
			case 1 -> "Not this order. The first is in its place, the next one is not.";
			default -> "Not this order. The first %d are in their places, the next one is not.".formatted(sound);
		};
	}

}
