package academy.coldstart.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A program's own view of the file system, where root may make one: its scratch directory
 * is {@code /tmp}, and the directories it reads stay where they are although they may lie
 * below one that is closed to ordinary users.
 */
final class PrivateView implements AutoCloseable {

	static final Path TMP = Path.of("/tmp");

	/** Where directories are held while their usual place is being covered. */
	private static final List<Path> STAGES = List.of(Path.of("/mnt"), Path.of("/media"), Path.of("/srv"));

	/** One program does all mounts: a start takes a fraction of the time that way. */
	private static final String SCRIPT = "mount --all --no-mtab --fstab \"$0\" && exec \"$@\"";

	private final Confinement confinement;

	private final Path table;

	PrivateView(Confinement confinement) {
		this.confinement = confinement;
		Path scratch = confinement.scratch();
		this.table = scratch.resolveSibling(scratch.getFileName() + ".mounts");
		try {
			Files.write(this.table, mounts());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The mounts of a learner program could not be written", ex);
		}
	}

	/**
	 * Return what has to stand before a command line.
	 * @return a program and its arguments
	 */
	List<String> prefix() {
		return List.of("unshare", "--mount", "--propagation", "private", "--", "sh", "-c", SCRIPT,
				this.table.toString());
	}

	private List<String> mounts() {
		List<Path> covered = this.confinement.directories()
			.stream()
			.filter((path) -> path.startsWith(TMP) || Directories.obstacle(path).isPresent())
			.toList();
		Set<Path> closed = new LinkedHashSet<>();
		covered.forEach(
				(path) -> Directories.obstacle(path).filter((each) -> !each.startsWith(TMP)).ifPresent(closed::add));
		List<String> lines = new ArrayList<>();
		Path stage = covered.isEmpty() ? TMP : stage(used());
		if (!covered.isEmpty()) {
			lines.add(cover(stage));
		}
		covered.forEach((path) -> lines.add(bind(path, stage.resolve(Integer.toString(covered.indexOf(path))), "ro")));
		lines.add(bind(this.confinement.scratch(), TMP, "rw"));
		closed.forEach((path) -> lines.add(cover(path)));
		covered.forEach((path) -> lines.add(bind(stage.resolve(Integer.toString(covered.indexOf(path))), path, "ro")));
		return lines;
	}

	private List<Path> used() {
		List<Path> used = new ArrayList<>(this.confinement.directories());
		used.add(this.confinement.scratch());
		return used;
	}

	/**
	 * Choose a place to hold directories at.
	 * @param used directories that must not be covered by it
	 * @return the place
	 */
	static Path stage(List<Path> used) {
		return STAGES.stream()
			.filter(Files::isDirectory)
			.filter((stage) -> used.stream().noneMatch((path) -> path.startsWith(stage)))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"None of " + STAGES + " is free to prepare the file system of a learner program"));
	}

	static String cover(Path place) {
		return "coldstart " + escape(place) + " tmpfs mode=0711,size=1m 0 0";
	}

	static String bind(Path source, Path place, String mode) {
		return escape(source) + " " + escape(place) + " none bind," + mode + ",X-mount.mkdir 0 0";
	}

	private static String escape(Path path) {
		return path.toString()
			.replace("\\", "\\134")
			.replace(" ", "\\040")
			.replace("\t", "\\011")
			.replace("\n", "\\012");
	}

	@Override
	public void close() {
		Directories.delete(this.table);
	}

}
