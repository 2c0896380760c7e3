package academy.coldstart.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import academy.coldstart.isolation.Directories;

/**
 * The directory of one running environment host. Those of hosts that died are deleted
 * when a new one is made.
 */
final class WorkDirectory implements AutoCloseable {

	private static final Pattern NAME = Pattern.compile("coldstart-(\\d+)-[0-9a-f]{8}");

	private final Path path;

	WorkDirectory(Path base) {
		try {
			Files.createDirectories(base);
			deleteAbandoned(base);
			String name = "coldstart-" + ProcessHandle.current().pid() + "-"
					+ UUID.randomUUID().toString().substring(0, 8);
			this.path = Files.createDirectory(base.toRealPath().resolve(name));
			Files.setPosixFilePermissions(this.path, PosixFilePermissions.fromString("rwx--x--x"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No working directory could be made in " + base, ex);
		}
	}

	Path path() {
		return this.path;
	}

	Path make(String name) {
		try {
			return Files.createDirectory(this.path.resolve(name),
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No directory could be made in " + this.path, ex);
		}
	}

	private static void deleteAbandoned(Path base) throws IOException {
		try (var directories = Files.list(base)) {
			for (Path directory : directories.toList()) {
				Matcher name = NAME.matcher(directory.getFileName().toString());
				if (name.matches() && isOurs(directory) && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
					Directories.delete(directory);
				}
			}
		}
	}

	private static boolean isOurs(Path directory) throws IOException {
		return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
				&& Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS)
					.getName()
					.equals(System.getProperty("user.name"));
	}

	@Override
	public void close() {
		Directories.delete(this.path);
	}

}
