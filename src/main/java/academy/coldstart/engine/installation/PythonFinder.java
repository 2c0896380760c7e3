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
 * Looks for a Python that LocalStack runs on: 3.13 or 3.12, asked for its version,
 * because a name on the path may be a shim that leads nowhere.
 */
public class PythonFinder {

	private static final Pattern VERSION = Pattern.compile("\\b(3\\.\\d+\\.\\d+)\\b");

	private static final List<String> MINORS = List.of("3.13", "3.12");

	private final Map<String, String> environment;

	private final Path home;

	public PythonFinder(Map<String, String> environment, Path home) {
		this.environment = Map.copyOf(environment);
		this.home = home;
	}

	/**
	 * Return the first Python that is new enough and answers.
	 * @return the Python, if there is one
	 */
	public Optional<Python> find() {
		return candidates().stream()
			.flatMap((program) -> ask(program).stream())
			.filter(Python::isSupported)
			.findFirst();
	}

	private List<Path> candidates() {
		List<Path> candidates = new ArrayList<>();
		String chosen = this.environment.getOrDefault("COLDSTART_PYTHON", "");
		if (!chosen.isBlank()) {
			candidates.add(Path.of(chosen));
		}
		MINORS.forEach((minor) -> candidates.addAll(onPath("python" + minor)));
		MINORS.forEach((minor) -> candidates.addAll(below(pyenv().resolve("versions"), minor)));
		MINORS.forEach((minor) -> candidates.addAll(below(uv(), "cpython-" + minor)));
		candidates.addAll(onPath("python3"));
		return candidates;
	}

	private Path pyenv() {
		String root = this.environment.getOrDefault("PYENV_ROOT", "");
		return root.isBlank() ? this.home.resolve(".pyenv") : Path.of(root);
	}

	private Path uv() {
		String data = this.environment.getOrDefault("XDG_DATA_HOME", "");
		return (data.isBlank() ? this.home.resolve(".local/share") : Path.of(data)).resolve("uv/python");
	}

	private List<Path> onPath(String name) {
		return Stream.of(this.environment.getOrDefault("PATH", "").split(":"))
			.filter((folder) -> !folder.isBlank())
			.map((folder) -> Path.of(folder, name))
			.filter(Files::isExecutable)
			.toList();
	}

	private static List<Path> below(Path folder, String prefix) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.filter((entry) -> entry.getFileName().toString().startsWith(prefix + "."))
				.sorted(Comparator.reverseOrder())
				.map((entry) -> entry.resolve("bin/python3"))
				.filter(Files::isExecutable)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Optional<Python> ask(Path program) {
		Map<String, String> inherited = InheritedEnvironment.from(this.environment).variables();
		Command command = new Command(List.of(program.toString(), "--version"), Path.of("/"), inherited);
		try {
			CommandResult result = CommandResult.of(command, Duration.ofSeconds(20), (line) -> {
			});
			Matcher version = VERSION.matcher(result.output());
			return (result.succeeded() && version.find()) ? Optional.of(new Python(program, version.group(1)))
					: Optional.empty();
		}
		catch (ProcessStartFailed ex) {
			return Optional.empty();
		}
	}

}
