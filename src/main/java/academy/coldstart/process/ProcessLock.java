package academy.coldstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * A lock on a file that this process holds until it closes it or ends, however it ends:
 * the system takes it away with the process. That says more than a process id, which is
 * used again, and more than a start time, which moves with the clock of the machine.
 */
public final class ProcessLock implements AutoCloseable {

	private static final Set<OpenOption> OPTIONS = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE,
			LinkOption.NOFOLLOW_LINKS);

	/**
	 * The files this process has open. Linux drops a lock as soon as its process closes
	 * the file by any handle, so none is opened twice.
	 */
	private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

	private final Path file;

	private final FileChannel channel;

	private ProcessLock(Path file, FileChannel channel) {
		this.file = file;
		this.channel = channel;
	}

	/**
	 * Take a lock if no living process has it.
	 * @param file the file, which is created when it is missing
	 * @return the lock, or empty when it is taken
	 * @throws IOException when the file cannot be opened or locked
	 */
	public static Optional<ProcessLock> take(Path file) throws IOException {
		if (!OPEN.add(file)) {
			return Optional.empty();
		}
		ProcessLock lock = null;
		try {
			lock = lock(file);
			return Optional.ofNullable(lock);
		}
		finally {
			if (lock == null) {
				OPEN.remove(file);
			}
		}
	}

	private static @Nullable ProcessLock lock(Path file) throws IOException {
		FileChannel channel = FileChannel.open(file, OPTIONS);
		// Whoever had it before may have removed the file in between.
		if (channel.tryLock() != null && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
			return new ProcessLock(file, channel);
		}
		channel.close();
		return null;
	}

	/** Remove the file and let the lock go. */
	@Override
	public void close() {
		try (this.channel) {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The lock " + this.file + " could not be removed", ex);
		}
		finally {
			OPEN.remove(this.file);
		}
	}

}
