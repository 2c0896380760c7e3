package academy.coldstart.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Finds the process that has a file locked, as Linux tells in {@code /proc/locks}.
 */
final class LockHolder {

	private static final Path LOCKS = Path.of("/proc/locks");

	/** Such as {@code 1: POSIX ADVISORY WRITE 4711 fd:01:815 0 EOF}. */
	private static final int PROCESS = 4;

	private static final int FILE = 5;

	private LockHolder() {
	}

	/**
	 * Find the process.
	 * @param file the file
	 * @return its id, or empty when nobody has it locked, or none that can be seen
	 */
	static OptionalLong of(Path file) {
		try (Stream<String> locks = Files.lines(LOCKS)) {
			String inode = ":" + Files.getAttribute(file, "unix:ino");
			return locks.map((line) -> line.strip().split("\\s+", -1))
				.filter((fields) -> fields.length > FILE && fields[FILE].endsWith(inode))
				.mapToLong((fields) -> Long.parseLong(fields[PROCESS]))
				.filter((process) -> process > 0)
				.findFirst();
		}
		catch (IOException | RuntimeException ex) {
			return OptionalLong.empty();
		}
	}

}
