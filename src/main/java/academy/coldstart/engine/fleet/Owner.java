package academy.coldstart.engine.fleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The application that started an instance: its process id, and when it started, because
 * ids are used again. That is counted from the start of the machine, not read from its
 * clock: two applications see different start times of a third when the clock was set in
 * between, and one would take the other for dead.
 *
 * @param pid the process id
 * @param startTicks the start of the process, in ticks since the machine started
 */
public record Owner(long pid, long startTicks) {

	private static final Pattern TEXT = Pattern.compile("\\d{1,10} \\d{1,18}");

	/** The place of the start among the fields behind the name of the program. */
	private static final int START = 19;

	public static Owner current() {
		return of(ProcessHandle.current().pid()).orElseThrow();
	}

	static Optional<Owner> of(long pid) {
		try {
			String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
			String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
			return Optional.of(new Owner(pid, Long.parseLong(fields[START])));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Read an owner that was written as a text.
	 * @param text the text
	 * @return the owner, unless the text is something else
	 */
	public static Optional<Owner> parse(String text) {
		return TEXT.matcher(text).matches() ? Optional.of(parsed(text.split(" ", -1))) : Optional.empty();
	}

	private static Owner parsed(String[] parts) {
		return new Owner(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
	}

	/**
	 * Return the owner as a text.
	 * @return the text, without spaces at its ends
	 */
	public String text() {
		return this.pid + " " + this.startTicks;
	}

	public boolean isAlive() {
		return of(this.pid).filter(this::equals).isPresent();
	}

}
