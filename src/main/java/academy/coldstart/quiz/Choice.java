package academy.coldstart.quiz;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * One or several of some options are right.
 *
 * @param options the options
 * @param several whether several can be chosen
 */
public record Choice(List<Option> options, boolean several) implements Task {

	public Choice {
		options = List.copyOf(options);
	}

	@Override
	public Reply reply(Answer answer) {
		Set<Integer> chosen = chosen(answer, this.options.size());
		if (chosen.isEmpty()) {
			return answer.given().isEmpty() ? Reply.NONE : Reply.open("Choose an answer first.");
		}
		return this.several ? severalChosen(chosen) : one(this.options, chosen.iterator().next());
	}

	static Set<Integer> chosen(Answer answer, int options) {
		Set<Integer> chosen = new TreeSet<>();
		answer.given().forEach((text) -> index(text, options).ifPresent(chosen::add));
		return chosen;
	}

	static Optional<Integer> index(String text, int size) {
		return text.matches("\\d{1,3}") ? Optional.of(Integer.valueOf(text)).filter((index) -> index < size)
				: Optional.empty();
	}

	static Reply one(List<Option> options, int chosen) {
		boolean right = options.get(chosen).right();
		return new Reply(right ? Reply.Standing.RIGHT : Reply.Standing.WRONG, right ? "Right." : "Not this one.",
				IntStream.range(0, options.size())
					.mapToObj((index) -> options.get(index).note(index == chosen))
					.toList());
	}

	private Reply severalChosen(Set<Integer> chosen) {
		List<Integer> all = IntStream.range(0, this.options.size()).boxed().toList();
		long missing = all.stream()
			.filter((index) -> this.options.get(index).right() && !chosen.contains(index))
			.count();
		long superfluous = all.stream()
			.filter((index) -> !this.options.get(index).right() && chosen.contains(index))
			.count();
		boolean right = missing + superfluous == 0;
		return new Reply(right ? Reply.Standing.RIGHT : Reply.Standing.WRONG,
				right ? "Right." : "Not quite. " + difference(missing, superfluous),
				all.stream()
					.map((index) -> this.options.get(index)
						.note(chosen.contains(index) && (right || !this.options.get(index).right())))
					.toList());
	}

	private static String difference(long missing, long superfluous) {
		String few = (missing == 1) ? "One right answer is missing." : missing + " right answers are missing.";
		String many = (superfluous == 1) ? "One of your answers is not right."
				: superfluous + " of your answers are not right.";
		if (superfluous == 0) {
			return few;
		}
		return (missing == 0) ? many : many + " " + few;
	}

}
