package academy.coldstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * A folder that is of use as long as this process lives. A lock file beside it tells
 * other processes so; when nobody holds the lock, the folder was left behind.
 */
public final class ProcessFolder implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(ProcessFolder.class);

	private static final String LOCK = ".lock";

	private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

	private final Path path;

	private final ProcessLock lock;

	private ProcessFolder(Path path, ProcessLock lock) {
		this.path = path;
		this.lock = lock;
	}

	/**
	 * Make a folder.
	 * @param base where, which is made as well when it is missing
	 * @param prefix how its name begins
	 * @return the folder
	 * @throws IOException when it cannot be written or locked
	 */
	public static ProcessFolder create(Path base, String prefix) throws IOException {
		Path parent = Files.createDirectories(base.toAbsolutePath().normalize());
		while (true) {
			Path path = parent.resolve(prefix + UUID.randomUUID());
			Optional<ProcessLock> lock = ProcessLock.take(lockOf(path));
			if (lock.isPresent()) {
				return new ProcessFolder(create(path, lock.get()), lock.get());
			}
		}
	}

	private static Path create(Path path, ProcessLock lock) throws IOException {
		try {
			return Files.createDirectory(path);
		}
		catch (IOException ex) {
			lock.close();
			throw ex;
		}
	}

	/**
	 * Remove the folders of processes that are gone. Those of living ones, of other users
	 * and with other names are not touched, and links are not followed.
	 * @param base where to look
	 * @param prefix how their names begin
	 * @param removal ends what still uses a folder and deletes it
	 */
	public static void removeAbandoned(Path base, String prefix, Consumer<Path> removal) {
		Path parent = base.toAbsolutePath().normalize();
		if (!Files.isDirectory(parent)) {
			return;
		}
		try {
			for (Path path : named(parent, prefix)) {
				removeIfAbandoned(path, removal);
			}
		}
		catch (IOException ex) {
			logger.warn("It could not be found out what was left behind in " + parent, ex);
		}
	}

	private static Set<Path> named(Path parent, String prefix) throws IOException {
		Pattern name = Pattern.compile("(" + Pattern.quote(prefix) + ID + ")(?:" + Pattern.quote(LOCK) + ")?");
		try (Stream<Path> entries = Files.list(parent)) {
			List<String> names = entries.map((entry) -> entry.getFileName().toString()).toList();
			return names.stream()
				.map(name::matcher)
				.filter(Matcher::matches)
				.map((match) -> parent.resolve(match.group(1)))
				.collect(HashSet::new, HashSet::add, HashSet::addAll);
		}
	}

	private static void removeLocked(Path path, ProcessLock lock, Consumer<Path> removal) throws IOException {
		try {
			if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
				removal.accept(path);
			}
		}
		finally {
			lock.close();
		}
	}

	private static void removeIfAbandoned(Path path, Consumer<Path> removal) {
		try {
			if (!isOurs(path) || !isOurs(lockOf(path))) {
				return;
			}
			ProcessLock taken = ProcessLock.take(lockOf(path)).orElse(null);
			if (taken != null) {
				removeLocked(path, taken, removal);
			}
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("The folder " + path + ", which was left behind, could not be removed", ex);
		}
	}

	private static boolean isOurs(Path path) throws IOException {
		return !Files.exists(path, LinkOption.NOFOLLOW_LINKS)
				|| Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(Signals.userId());
	}

	private static Path lockOf(Path path) {
		return path.resolveSibling(path.getFileName() + LOCK);
	}

	public Path path() {
		return this.path;
	}

	/** Let it go. Whoever made it deletes it before. */
	@Override
	public void close() {
		try {
			this.lock.close();
		}
		catch (UncheckedIOException ex) {
			logger.warn("A folder could not be let go", ex);
		}
	}

}
