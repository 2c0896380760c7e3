package academy.coldstart.engine.installation;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import academy.coldstart.engine.Finding;
import academy.coldstart.engine.Finding.Level;

/**
 * Examines which Node.js functions have, or will have once the engine is installed.
 */
public class NodeDoctor {

	private static final String SUBJECT = "Node.js";

	private final EngineFiles files;

	private final Path cache;

	private final Map<String, String> environment;

	NodeDoctor(EngineFiles files, Path cache, Map<String, String> environment) {
		this.files = files;
		this.cache = cache;
		this.environment = Map.copyOf(environment);
	}

	/**
	 * Examine it. Takes a moment and changes nothing.
	 * @param python the Python that the engine is installed with, if there is one
	 * @return what was found
	 */
	public Finding examine(Optional<Python> python) {
		return python.map((found) -> new Kit(this.cache.resolve(this.files.kitName(found))))
			.filter(Installation::isComplete)
			.map(this::examine)
			.orElseGet(() -> new Finding(SUBJECT, Level.GOOD, "It comes with the engine, which is not installed yet.",
					""));
	}

	private Finding examine(Kit kit) {
		Optional<Node> node = new NodeFinder(this.environment).find(kit);
		if (node.isEmpty()) {
			return weak(NodeLibrariesStep.missing());
		}
		if (!Installation.isDone(kit, NodeLibrariesStep.NAME)) {
			return weak(new InstallationFailed("The libraries of Node.js functions are not installed.",
					"Start Coldstart while registry.npmjs.org can be reached; its log says what went wrong."));
		}
		return new Finding(SUBJECT, Level.GOOD, "Node.js " + node.get().version() + " at " + node.get().program() + ".",
				"");
	}

	private static Finding weak(InstallationFailed failure) {
		return new Finding(SUBJECT, Level.WEAK, failure.getMessage() + " Exercises in Node.js do not work without.",
				String.join(" ", failure.remedies()));
	}

}
