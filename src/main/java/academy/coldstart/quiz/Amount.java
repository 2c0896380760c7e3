package academy.coldstart.quiz;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answer is a number.
 *
 * @param unit what is counted, such as {@code calls}; may be empty
 * @param figures numbers with what is to be said to each
 * @param otherwise what is to be said to every other number, as HTML
 */
public record Amount(String unit, List<Figure> figures, String otherwise) implements Task {

	private static final Pattern NUMBER = Pattern.compile("-?(\\d{1,12}|\\d{1,3}(,\\d{3}){1,3})(\\.\\d{1,6})?");

	private static final Pattern FIGURE = Pattern.compile("(\\S+)(?:\\s+within\\s+(\\S+))?");

	public Amount {
		figures = List.copyOf(figures);
	}

	/**
	 * Read a number, with commas between thousands if there are any.
	 * @param text the text
	 * @return the number, or empty when it is none
	 */
	static Optional<BigDecimal> number(String text) {
		String number = text.strip();
		return NUMBER.matcher(number).matches() ? Optional.of(new BigDecimal(number.replace(",", "")))
				: Optional.empty();
	}

	@Override
	public Reply reply(Answer answer) {
		String given = answer.given().isEmpty() ? "" : answer.given().getFirst();
		Optional<BigDecimal> number = number(given);
		if (number.isEmpty()) {
			return answer.given().isEmpty() ? Reply.NONE : Reply.open("Give a number first, such as 12 or 0.5.");
		}
		return reply(number.get());
	}

	private Reply reply(BigDecimal number) {
		Optional<Figure> known = this.figures.stream().filter((figure) -> figure.meets(number)).findFirst();
		boolean right = known.filter(Figure::right).isPresent();
		List<Reply.Note> notes = new ArrayList<>();
		if (known.isEmpty() && !this.otherwise.isEmpty()) {
			notes.add(new Reply.Note(number.toPlainString(), false, this.otherwise, true));
		}
		this.figures.forEach((figure) -> notes.add(figure.note(this.unit, known.filter(figure::equals).isPresent())));
		return new Reply(right ? Reply.Standing.RIGHT : Reply.Standing.WRONG, right ? "Right." : "Not this one.",
				notes);
	}

	/**
	 * A number that is right, or that a known mistake leads to.
	 *
	 * @param value the number
	 * @param tolerance how far away an answer may be
	 * @param right whether it is right
	 * @param why why it is right or wrong, as HTML
	 */
	public record Figure(BigDecimal value, BigDecimal tolerance, boolean right, String why) {

		/**
		 * Read a number as authors write it: {@code 27}, or {@code 20 within 1}.
		 * @param text the text
		 * @param right whether it is right
		 * @param why why it is right or wrong, as HTML
		 * @return the number, or empty when it is none
		 */
		public static Optional<Figure> parse(String text, boolean right, String why) {
			Matcher matcher = FIGURE.matcher(text.strip());
			if (!matcher.matches()) {
				return Optional.empty();
			}
			Optional<BigDecimal> tolerance = (matcher.group(2) != null) ? number(matcher.group(2))
					: Optional.of(BigDecimal.ZERO);
			return number(matcher.group(1))
				.flatMap((value) -> tolerance.map((near) -> new Figure(value, near, right, why)));
		}

		boolean meets(BigDecimal number) {
			return number.subtract(this.value).abs().compareTo(this.tolerance) <= 0;
		}

		Reply.Note note(String unit, boolean asked) {
			String near = (this.tolerance.signum() != 0) ? " (or up to %s away)".formatted(this.tolerance) : "";
			String of = unit.isEmpty() ? "" : " " + unit;
			return new Reply.Note(String.format(Locale.ROOT, "%,.6f", this.value).replaceAll("\\.?0+$", "") + of + near,
					this.right, this.why, asked);
		}

	}

}
