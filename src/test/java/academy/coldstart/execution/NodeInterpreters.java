package academy.coldstart.execution;

import java.nio.file.Path;
import java.util.Optional;

import academy.coldstart.engine.installation.TestInstallation;

/**
 * The Node.js of the installation, without its packages.
 */
final class NodeInterpreters {

	private NodeInterpreters() {
	}

	static NodeKit kit() {
		Path interpreter = TestInstallation.kit()
			.node()
			.orElseThrow(() -> new IllegalStateException(
					"These tests need Node.js: " + TestInstallation.kit().nodeProblem().orElse("")));
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

}
