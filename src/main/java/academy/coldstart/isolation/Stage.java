package academy.coldstart.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Holds directories that lie below one closed to ordinary users where such a user can
 * bind them, in a view of the file system of this one start alone. Only root can do that,
 * and only root needs it.
 */
final class Stage implements AutoCloseable {

	/** The variable with the control groups that the start joins. */
	static final String GROUPS = "COLDSTART_GROUPS";

	private static final String JOIN = "for group in $COLDSTART_GROUPS; do echo $$ >\"$group\" || exit 125; done; ";

	private final List<Path> closed;

	private final @Nullable Path place;

	private final @Nullable Path table;

	/**
	 * Plan the stage.
	 * @param directories what has to be bound
	 * @param table the file to write mounts to, if there are any
	 */
	Stage(List<Path> directories, Path table) {
		this.closed = directories.stream()
			.map((path) -> path.toAbsolutePath().normalize())
			.filter((path) -> Directories.obstacle(path).isPresent())
			.distinct()
			.toList();
		this.place = this.closed.isEmpty() ? null : PrivateView.stage(directories);
		this.table = this.closed.isEmpty() ? null : table;
		if (this.place != null && this.table != null) {
			write(this.place, this.table);
		}
	}

	private void write(Path onto, Path file) {
		List<String> lines = new ArrayList<>(List.of(PrivateView.cover(onto)));
		this.closed.forEach((path) -> lines.add(PrivateView.bind(path, held(path), "ro")));
		try {
			Files.write(file, lines);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The mounts of a sandbox could not be written", ex);
		}
	}

	/**
	 * Return where something can be bound from.
	 * @param path one of the directories, or something in one
	 * @return a path that is open to everybody
	 */
	Path from(Path path) {
		return this.closed.stream()
			.filter(path::startsWith)
			.findFirst()
			.map((directory) -> held(directory).resolve(directory.relativize(path)).normalize())
			.orElse(path);
	}

	private Path held(Path directory) {
		return Objects.requireNonNull(this.place).resolve(Integer.toString(this.closed.indexOf(directory)));
	}

	/**
	 * Return what has to stand before a command line, which finds a file open as its
	 * third descriptor then.
	 * @param file the file
	 * @return a program and its arguments
	 */
	List<String> prefix(Path file) {
		if (this.table == null) {
			return List.of("sh", "-c", JOIN + "exec 3<\"$0\"; exec \"$@\"", file.toString());
		}
		return List.of("unshare", "--mount", "--propagation", "private", "--", "sh", "-c",
				JOIN + "mount --all --no-mtab --fstab \"$1\" && exec 3<\"$0\" && shift && exec \"$@\"", file.toString(),
				this.table.toString());
	}

	@Override
	public void close() {
		if (this.table != null) {
			Directories.delete(this.table);
		}
	}

}
