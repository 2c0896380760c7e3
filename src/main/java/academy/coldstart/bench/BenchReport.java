package academy.coldstart.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

/**
 * All figures of one run of the benchmarks, with what they were measured on.
 *
 * @param begin when it began
 * @param machine the machine
 * @param figures the figures
 * @param failures what could not be measured, one sentence each
 */
public record BenchReport(LocalDateTime begin, String machine, List<Figure> figures, List<String> failures) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

	public BenchReport {
		figures = List.copyOf(figures);
		failures = List.copyOf(failures);
	}

	public boolean meetsAllTargets() {
		return this.failures.isEmpty()
				&& this.figures.stream().map(Figure::met).filter(Objects::nonNull).allMatch((met) -> met);
	}

	/**
	 * Keep the figures in the page of the day, after those of earlier runs.
	 * @param folder the directory of the pages
	 * @return the page
	 * @throws IOException when it cannot be written
	 */
	public Path keepIn(Path folder) throws IOException {
		Path page = Files.createDirectories(folder).resolve(this.begin.toLocalDate() + ".md");
		String head = Files.exists(page) ? "" : "# Benchmarks of " + this.begin.toLocalDate() + "\n";
		return Files.writeString(page, head + "\n" + toMarkdown(), StandardOpenOption.CREATE,
				StandardOpenOption.APPEND);
	}

	/**
	 * Return the report as a section of a Markdown page.
	 * @return the text
	 */
	public String toMarkdown() {
		StringBuilder text = new StringBuilder("## Run of ").append(this.begin.format(TIME)).append("\n\n");
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
