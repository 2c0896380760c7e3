package academy.coldstart.quiz;

import java.util.List;
import java.util.Optional;

/**
 * A line of code, of a template or of a log has to be found.
 *
 * @param language the language of the code, such as {@code python}
 * @param lines all lines
 * @param options the lines that can be chosen
 */
public record Listing(String language, List<Line> lines, List<Option> options) implements Task {

	public Listing {
		lines = List.copyOf(lines);
		options = List.copyOf(options);
	}

	@Override
	public Reply reply(Answer answer) {
		Optional<Integer> chosen = Choice.chosen(answer, this.options.size()).stream().findFirst();
		return chosen.map((index) -> Choice.one(this.options, index))
			.orElse(answer.given().isEmpty() ? Reply.NONE : Reply.open("Choose a line first."));
	}

	/**
	 * A line of a listing.
	 *
	 * @param html the line, as HTML within preformatted text
	 * @param option the number of the option that begins here, or -1
	 */
	public record Line(String html, int option) {
	}

}
