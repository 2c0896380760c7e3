package academy.coldstart.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import academy.coldstart.process.ChildProcess;
import academy.coldstart.process.Command;
import org.jspecify.annotations.Nullable;

/**
 * Gives directories away to other users and deletes what they left, without following
 * links.
 */
public final class Directories {

	private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

	private Directories() {
	}

	/**
	 * Delete a directory with everything in it, also what its owner made unreadable or
	 * nested deeper than a path can be long.
	 * @param directory the directory, which need not exist
	 */
	public static void delete(Path directory) {
		if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
			return;
		}
		try {
			Files.walkFileTree(directory, new Deletion());
		}
		catch (IOException | StackOverflowError ex) {
			deleteByProgram(directory);
		}
	}

	static void giveTo(int user, Path directory) {
		try {
			Files.setPosixFilePermissions(directory, PRIVATE);
			Files.setAttribute(directory, "unix:gid", user, LinkOption.NOFOLLOW_LINKS);
			Files.setAttribute(directory, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The directory " + directory + " cannot be given to user " + user, ex);
		}
	}

	/**
	 * Say whether an ordinary user can get at a directory.
	 * @param directory the directory
	 * @return the topmost directory on the way that keeps others out, or null when none
	 * does
	 */
	static Optional<Path> obstacle(Path directory) {
		Path way = directory.getRoot();
		for (Path name : directory) {
			way = way.resolve(name);
			if (!isOpen(way)) {
				return Optional.of(way);
			}
		}
		return Optional.empty();
	}

	private static boolean isOpen(Path directory) {
		try {
			return Files.getPosixFilePermissions(directory).contains(PosixFilePermission.OTHERS_EXECUTE);
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static void deleteByProgram(Path directory) {
		String path = directory.toString();
		run(List.of("chmod", "-R", "u+rwX", "--", path));
		int code = run(List.of("rm", "-rf", "--", path));
		if (code != 0) {
			throw new IllegalStateException("The directory " + directory + " could not be deleted");
		}
	}

	private static int run(List<String> line) {
		ChildProcess process = ChildProcess.start(new Command(line, Path.of("/"), Map.of("PATH", "/usr/bin:/bin")));
		return process.exit().orTimeout(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS).join();
	}

	private static final class Deletion extends SimpleFileVisitor<Path> {

		@Override
		public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
			PosixFileAttributeView view = Files.getFileAttributeView(directory, PosixFileAttributeView.class,
					LinkOption.NOFOLLOW_LINKS);
			view.setPermissions(PRIVATE);
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
			Files.delete(file);
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException ex) throws IOException {
			Files.delete(directory);
			return FileVisitResult.CONTINUE;
		}

	}

}
