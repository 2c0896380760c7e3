package academy.coldstart.engine.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import academy.coldstart.process.Command;
import academy.coldstart.process.CommandResult;
import academy.coldstart.process.ProcessStartFailed;

/**
 * Looks for a Node.js that functions run with: the one that was chosen, the one of the
 * installation, or one of this machine. Each is asked for its version.
 */
public class NodeFinder {

	private static final Pattern VERSION = Pattern.compile("^v(\\d+\\.\\d+\\.\\d+)");

	private final Map<String, String> environment;

	private final Path home;

	public NodeFinder(Map<String, String> environment) {
		this.environment = Map.copyOf(environment);
		this.home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
	}

	/**
	 * Return the first Node.js that is new enough and answers.
	 * @param kit the installation, complete or not
	 * @return the Node.js, if there is one
	 */
	Optional<Node> find(Kit kit) {
		return first(Stream.of(chosen(), kit.node().stream().toList(), ofThisMachine()));
	}

	/**
	 * Return the first Node.js of this machine that is new enough and answers.
	 * @return the Node.js, if there is one
	 */
	public Optional<Node> find() {
		return first(Stream.of(chosen(), ofThisMachine()));
	}

	private Optional<Node> first(Stream<List<Path>> candidates) {
		return candidates.flatMap(List::stream)
			.flatMap((program) -> ask(program).stream())
			.filter(Node::isSupported)
			.findFirst();
	}

	private List<Path> chosen() {
		String chosen = this.environment.getOrDefault("COLDSTART_NODE", "");
		return chosen.isBlank() ? List.of() : List.of(Path.of(chosen));
	}

	private List<Path> ofThisMachine() {
		List<Path> candidates = new ArrayList<>(Stream.of(this.environment.getOrDefault("PATH", "").split(":"))
			.filter((folder) -> !folder.isBlank())
			.map((folder) -> Path.of(folder, "node"))
			.filter(Files::isExecutable)
			.toList());
		candidates.addAll(ofNvm());
		return candidates;
	}

	private List<Path> ofNvm() {
		String directory = this.environment.getOrDefault("NVM_DIR", "");
		Path versions = (directory.isBlank() ? this.home.resolve(".nvm") : Path.of(directory)).resolve("versions/node");
		if (!Files.isDirectory(versions)) {
			return List.of();
		}
		try (Stream<Path> entries = Files.list(versions)) {
			return entries.sorted(Comparator.reverseOrder())
				.map((entry) -> entry.resolve("bin/node"))
				.filter(Files::isExecutable)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Optional<Node> ask(Path program) {
		Map<String, String> inherited = InheritedEnvironment.from(this.environment).variables();
		Command command = new Command(List.of(program.toString(), "--version"), Path.of("/"), inherited);
		try {
			CommandResult result = CommandResult.of(command, Duration.ofSeconds(20), (line) -> {
			});
			Matcher version = VERSION.matcher(result.output());
			return (result.succeeded() && version.find()) ? Optional.of(new Node(program, version.group(1)))
					: Optional.empty();
		}
		catch (ProcessStartFailed ex) {
			return Optional.empty();
		}
	}

}
