package academy.coldstart.survival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * An installation of its own: the content of this one, with a folder for what the
 * application writes.
 *
 * @param path the folder
 */
record Home(Path path) {

	private static final List<String> CONTENT = List.of("course.yaml", "facts.yaml", "lessons", "exercises", "engine",
			"runtimes");

	/**
	 * Make an installation.
	 * @param directory an empty folder, which is opened to the users that functions run
	 * as
	 * @return the installation
	 */
	static Home create(Path directory) {
		Path product = Path.of("").toAbsolutePath();
		try {
			Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
			Home home = new Home(Files.createDirectory(directory.resolve("home")));
			for (String name : CONTENT) {
				Files.createSymbolicLink(home.path.resolve(name), product.resolve(name));
			}
			Files.createDirectories(home.functions());
			return home;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return where functions have their files, which is shared by all installations of a
	 * machine otherwise.
	 * @return the folder
	 */
	Path functions() {
		return this.path.resolve("var/functions");
	}

	String database() {
		return "jdbc:h2:async:" + this.path.resolve("var/db/coldstart");
	}

	/**
	 * Return the folders and locks of engines, of compilers and of environment hosts.
	 * @return what is there
	 */
	List<Path> workingFiles() {
		return Stream.of(this.path.resolve("var/engine"), functions())
			.flatMap((folder) -> list(folder).stream())
			.toList();
	}

	/**
	 * Return the processes that work for this installation: its path is in what they were
	 * started with.
	 * @return the processes, without this one
	 */
	List<ProcessHandle> processes() {
		return ProcessHandle.allProcesses()
			.filter((process) -> process.pid() != ProcessHandle.current().pid())
			.filter((process) -> mentions(process, "environ") || mentions(process, "cmdline"))
			.toList();
	}

	private boolean mentions(ProcessHandle process, String file) {
		try {
			return Files.readString(Path.of("/proc/" + process.pid(), file), StandardCharsets.ISO_8859_1)
				.contains(this.path.toString());
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static List<Path> list(Path folder) {
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.toList();
		}
		catch (IOException ex) {
			return List.of();
		}
	}

}
