package academy.coldstart.engine.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The application that started an instance: its process id, and when it started, because
 * ids are used again.
 *
 * @param pid the process id
 * @param startedAt the start in milliseconds since the epoch
 */
public record Owner(long pid, long startedAt) {

	private static final String FILE = "owner";

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
		String[] parts = Files.readString(file).strip().split(" ", -1);
		return (parts.length == 2) ? Optional.of(new Owner(Long.parseLong(parts[0]), Long.parseLong(parts[1])))
				: Optional.empty();
	}

	public void writeTo(Path directory) throws IOException {
		Files.writeString(directory.resolve(FILE), this.pid + " " + this.startedAt);
	}

	public boolean isAlive() {
		return ProcessHandle.of(this.pid)
			.filter(ProcessHandle::isAlive)
			.map(Owner::of)
			.filter(this::equals)
			.isPresent();
	}

}
