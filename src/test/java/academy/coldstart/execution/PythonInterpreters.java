package academy.coldstart.execution;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a Python for tests: the one that {@code COLDSTART_PYTHON} names, one on the
 * {@code PATH}, or one that pyenv installed.
 */
final class PythonInterpreters {

	private static final List<String> NAMES = List.of("python3.13", "python3.14", "python3.12");

	private PythonInterpreters() {
	}

	static PythonKit kit() {
		Path interpreter = find().orElseThrow(
				() -> new IllegalStateException("These tests need Python 3.12 or newer: set COLDSTART_PYTHON"));
		return new PythonKit() {

			@Override
			public Optional<Path> interpreter() {
				return Optional.of(interpreter);
			}

			@Override
			public Optional<Path> packages() {
				return Optional.empty();
			}

		};
	}

	private static Optional<Path> find() {
		String configured = System.getenv("COLDSTART_PYTHON");
		if (configured != null) {
			return Optional.of(Path.of(configured));
		}
		return NAMES.stream()
			.flatMap((name) -> directories().stream().map((directory) -> directory.resolve(name)))
			.filter(Files::isExecutable)
			.filter((path) -> !path.toString().contains("/shims/"))
			.findFirst();
	}

	private static List<Path> directories() {
		List<Path> directories = new ArrayList<>(
				Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator)).map(Path::of).toList());
		Path versions = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
		if (Files.isDirectory(versions)) {
			try (Stream<Path> installed = Files.list(versions)) {
				installed.map((version) -> version.resolve("bin")).forEach(directories::add);
			}
			catch (IOException ex) {
				throw new IllegalStateException("The Python versions of pyenv cannot be listed", ex);
			}
		}
		return directories;
	}

}
