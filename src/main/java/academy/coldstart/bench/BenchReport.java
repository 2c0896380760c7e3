package academy.coldstart.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * All figures of one run of the benchmarks, with what they were measured on.
 *
 * @param date the day
 * @param machine the machine
 * @param figures the figures
 * @param failures what could not be measured, one sentence each
 */
public record BenchReport(LocalDate date, String machine, List<Figure> figures, List<String> failures) {

	public BenchReport {
		figures = List.copyOf(figures);
		failures = List.copyOf(failures);
	}

	public boolean meetsAllTargets() {
		return this.failures.isEmpty()
				&& this.figures.stream().map(Figure::met).filter(Objects::nonNull).allMatch((met) -> met);
	}

	/**
	 * Return the report as a Markdown page.
	 * @return the text
	 */
	public String toMarkdown() {
		StringBuilder text = new StringBuilder("# Benchmarks of ").append(this.date).append("\n\n");
		text.append(this.machine).append(".\n\n| what | measured | target | met |\n|---|---|---|---|\n");
		for (Figure figure : this.figures) {
			text.append("| ").append(figure.what()).append(" | ").append(figure.measured()).append(" | ");
			text.append(figure.target()).append(" | ").append(word(figure)).append(" |\n");
		}
		if (!this.failures.isEmpty()) {
			text.append("\nNot measured:\n\n");
			this.failures.forEach((failure) -> text.append("- ").append(failure).append('\n'));
		}
		return text.toString();
	}

	private static String word(Figure figure) {
		return switch (figure.met()) {
			case null -> "";
			case Boolean met when met -> "yes";
			case Boolean met -> "**no**";
		};
	}

}
