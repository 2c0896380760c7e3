package academy.coldstart.engine.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The application that started an instance: its process id, and when it started, because
 * ids are used again.
 *
 * @param pid the process id
 * @param startedAt the start in milliseconds since the epoch
 */
public record Owner(long pid, long startedAt) {

	private static final String FILE = "owner";

	private static final Pattern TEXT = Pattern.compile("\\d{1,10} \\d{1,18}");

	public static Owner current() {
		return of(ProcessHandle.current());
	}

	static Owner of(ProcessHandle process) {
		return new Owner(process.pid(), process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
	}

	public static Optional<Owner> readFrom(Path directory) throws IOException {
		Path file = directory.resolve(FILE);
		if (!Files.exists(file)) {
			return Optional.empty();
		}
		return parse(Files.readString(file).strip());
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
		return this.pid + " " + this.startedAt;
	}

	public void writeTo(Path directory) throws IOException {
		Files.writeString(directory.resolve(FILE), text());
	}

	public boolean isAlive() {
		return ProcessHandle.of(this.pid)
			.filter(ProcessHandle::isAlive)
			.map(Owner::of)
			.filter(this::equals)
			.isPresent();
	}

}
