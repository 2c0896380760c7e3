package academy.coldstart.engine.fleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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

	private static final String FILE = "owner";

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

	public static Optional<Owner> readFrom(Path directory) throws IOException {
		Path file = directory.resolve(FILE);
		if (!Files.exists(file)) {
			return Optional.empty();
		}
		String[] parts = Files.readString(file).strip().split(" ", -1);
		return (parts.length == 2) ? Optional.of(new Owner(Long.parseLong(parts[0]), Long.parseLong(parts[1])))
				: Optional.empty();
	}

	public void writeTo(Path directory) throws IOException {
		Files.writeString(directory.resolve(FILE), this.pid + " " + this.startTicks);
	}

	public boolean isAlive() {
		return of(this.pid).filter(this::equals).isPresent();
	}

}
