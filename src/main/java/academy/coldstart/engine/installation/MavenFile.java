package academy.coldstart.engine.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file in a Maven repository that a lock file names.
 *
 * @param path the path in the repository
 * @param sha256 the SHA-256 of its content in lower-case hexadecimal
 * @param bytes its size
 */
record MavenFile(String path, String sha256, long bytes) {

	static List<MavenFile> readAll(Path lock) {
		try {
			return Files.readAllLines(lock)
				.stream()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map(MavenFile::parse)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static MavenFile parse(String line) {
		String[] columns = line.split(" ", -1);
		if (columns.length != 3) {
			throw new IllegalArgumentException(
					"A line of the lock file needs a path, a SHA-256 and a size, but this is '" + line + "'");
		}
		return new MavenFile(columns[0], columns[1], Long.parseLong(columns[2]));
	}

	String fileName() {
		return this.path.substring(this.path.lastIndexOf('/') + 1);
	}

}
