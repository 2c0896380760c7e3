package academy.coldstart.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

import academy.coldstart.trace.Trace;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happened when a known program was graded, as far as one check goes. Lessons show
 * it as a figure.
 *
 * @param program the program
 * @param check the id of the check, such as {@code C1}
 * @param outcome how the check ended, such as {@code failed}
 * @param message what the check said, or an empty text when it passed
 * @param trace what happened
 */
public record RecordedRun(Program program, String check, String outcome, String message, Trace trace) {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.build();

	/**
	 * Keep what a check saw of a run.
	 * @param program the program
	 * @param check the id of the check
	 * @param outcome how it ended
	 * @param message what it said
	 * @param trace the trace of the run
	 * @return the part of the trace in which the check was at work
	 */
	public static RecordedRun of(Program program, String check, String outcome, String message, Trace trace) {
		return new RecordedRun(program, check, outcome, message, CheckWindow.of(trace, check).cut(trace));
	}

	/**
	 * Read a recorded run.
	 * @param file the file
	 * @return the run
	 * @throws IOException when it cannot be read
	 */
	public static RecordedRun read(Path file) throws IOException {
		try {
			return MAPPER.readValue(Files.readString(file), RecordedRun.class);
		}
		catch (JacksonException ex) {
			throw new IOException("it is no recorded run: " + ex.getOriginalMessage(), ex);
		}
	}

	/**
	 * Write this run.
	 * @param file the file
	 * @throws IOException when it cannot be written
	 */
	public void write(Path file) throws IOException {
		Path folder = file.toAbsolutePath().getParent();
		if (folder != null) {
			Files.createDirectories(folder);
		}
		Files.writeString(file, MAPPER.writeValueAsString(this) + "\n");
	}

	/**
	 * Write this run as a figure with a table that says the same.
	 * @param caption what is to be seen, as plain text
	 * @param id the beginning of all ids in it, unique on its page
	 * @return safe HTML
	 */
	public String html(String caption, String id) {
		return new RunFigure(this).html(caption, id);
	}

	/**
	 * Count what happened in this run.
	 * @param measure what is counted: {@code invocations}, {@code failed-invocations},
	 * {@code environments}, {@code cold-starts}, {@code calls}, or
	 * {@code calls=service:Operation} for those of one operation
	 * @return how many there were, empty when nothing is counted by that name
	 */
	public OptionalInt count(String measure) {
		return RunMeasure.of(this.trace, measure);
	}

	/**
	 * The program that ran.
	 *
	 * @param exercise the slug of its exercise
	 * @param version the version of the exercise
	 * @param name such as {@code mistake get-then-put}
	 * @param hash of its files, as submissions have it
	 */
	public record Program(String exercise, int version, String name, String hash) {
	}

}
