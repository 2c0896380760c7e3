package academy.coldstart.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The control group of one sandbox.
 */
final class ControlGroup implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ControlGroup.class);

	/** What the processes need that make the sandbox. */
	private static final long MEMORY_HEADROOM = 64L * 1024 * 1024;

	/** How far it lies above the limit that ends the program with a reason. */
	private static final int PROCESS_HEADROOM = 32;

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final GroupVersion version;

	private final List<Path> directories;

	ControlGroup(GroupVersion version, List<Path> directories) {
		this.version = version;
		this.directories = directories;
	}

	// Files in the temporary directory count as memory here.
	void make(Limits limits) throws IOException {
		Map<String, Long> settings = this.version.settings(
				limits.memoryBytes() + limits.scratchBytes() + MEMORY_HEADROOM, limits.processes() + PROCESS_HEADROOM);
		for (Path directory : this.directories) {
			Files.createDirectories(directory);
			for (Map.Entry<String, Long> setting : settings.entrySet()) {
				Path file = directory.resolve(setting.getKey());
				if (Files.exists(file)) {
					Files.writeString(file, setting.getValue().toString());
				}
			}
		}
	}

	/**
	 * Return the files that a process writes its id to, to be counted from then on.
	 * @return the files, by path
	 */
	List<String> entrances() {
		return this.directories.stream().map((directory) -> directory.resolve("cgroup.procs").toString()).toList();
	}

	/**
	 * Say whether the kernel has killed a process because the group had no more memory.
	 * @return whether it has
	 */
	boolean ranOutOfMemory() {
		return this.directories.stream()
			.map((directory) -> directory.resolve(this.version.events()))
			.filter(Files::exists)
			.anyMatch(ControlGroup::hasKills);
	}

	private static boolean hasKills(Path events) {
		try {
			return Files.readAllLines(events)
				.stream()
				.anyMatch((line) -> line.startsWith("oom_kill ") && !line.equals("oom_kill 0"));
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Override
	public void close() {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		for (Path directory : this.directories) {
			// The kernel counts processes for a moment longer than they are seen.
			while (!remove(directory) && System.nanoTime() < deadline) {
				LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
			}
		}
		this.directories.stream()
			.filter(Files::exists)
			.forEach((directory) -> logger.warn("The control group {} could not be removed", directory));
	}

	static boolean remove(Path directory) {
		try {
			return Files.deleteIfExists(directory) || !Files.exists(directory);
		}
		catch (IOException ex) {
			return false;
		}
	}

}
