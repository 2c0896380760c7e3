package academy.coldstart.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What every sandbox sees of this machine's own programs and libraries.
 */
final class SystemFolders {

	private static final List<Path> PROGRAMS = List.of(Path.of("/usr/bin"), Path.of("/usr/sbin"), Path.of("/usr/lib"),
			Path.of("/usr/lib32"), Path.of("/usr/lib64"), Path.of("/usr/libexec"), Path.of("/usr/share/zoneinfo"));

	/** On most systems links into {@code /usr}. */
	private static final List<Path> TOP = List.of(Path.of("/bin"), Path.of("/sbin"), Path.of("/lib"), Path.of("/lib32"),
			Path.of("/lib64"));

	private SystemFolders() {
	}

	/**
	 * Return the mounts and links.
	 * @return arguments for Bubblewrap
	 */
	static List<String> arguments() {
		List<String> arguments = new ArrayList<>();
		PROGRAMS.forEach((path) -> add(path, arguments));
		TOP.forEach((path) -> add(path, arguments));
		return List.copyOf(arguments);
	}

	/**
	 * Say whether a directory is seen in every sandbox anyway.
	 * @param directory the directory
	 * @return whether it is
	 */
	static boolean have(Path directory) {
		return PROGRAMS.stream().anyMatch(directory::startsWith);
	}

	private static void add(Path path, List<String> arguments) {
		if (Files.isSymbolicLink(path)) {
			arguments.addAll(List.of("--symlink", target(path), path.toString()));
		}
		else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
			arguments.addAll(List.of("--ro-bind", path.toString(), path.toString()));
		}
	}

	private static String target(Path link) {
		try {
			return Files.readSymbolicLink(link).toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
