package academy.coldstart.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.coldstart.process.ChildProcess;
import academy.coldstart.process.Command;

/**
 * Runs Node.js functions with the Node.js of the kit, also when they ask for another
 * version.
 */
public final class NodeRuntime implements LanguageRuntime {

	private static final Set<String> RUNTIMES = Set.of("nodejs22.x", "nodejs24.x");

	/**
	 * V8 reserves 512 MB for machine code at once, and its threads have stacks.
	 */
	private static final long DATA_HEADROOM = 768L * 1024 * 1024;

	private static final String OPTIONS = "NODE_OPTIONS";

	/**
	 * What Lambda switches off unless the function switches it on. See
	 * <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html">Building
	 * Lambda functions with Node.js</a>.
	 */
	private static final List<String> EXPERIMENTS = List.of("experimental-require-module",
			"experimental-detect-module");

	private final NodeKit kit;

	private final Path runtimeDirectory;

	private final Map<Path, Interpreter> probed = new ConcurrentHashMap<>();

	/**
	 * Create the runtime.
	 * @param kit the interpreter and the packages
	 * @param runtimeDirectory the directory with {@code bootstrap.mjs}
	 */
	public NodeRuntime(NodeKit kit, Path runtimeDirectory) {
		this.kit = kit;
		this.runtimeDirectory = runtimeDirectory.toAbsolutePath().normalize();
	}

	@Override
	public boolean runs(String runtime) {
		return RUNTIMES.contains(runtime);
	}

	@Override
	public Optional<String> unavailable() {
		if (!Files.isReadable(bootstrap())) {
			return Optional.of("The Node.js runtime is incomplete: there is no " + bootstrap()
					+ ". Start Coldstart from its installation directory.");
		}
		return this.kit.problem()
			.map((problem) -> "Node.js functions cannot run here. " + problem)
			.or(() -> this.kit.interpreter().isEmpty()
					? Optional.of("Node.js functions cannot run yet: no Node.js is installed.") : Optional.empty());
	}

	@Override
	public String version() {
		return "Node.js " + interpreter().version();
	}

	@Override
	public List<Path> directories() {
		List<Path> directories = new ArrayList<>(List.of(this.runtimeDirectory, interpreter().directory()));
		packages().ifPresent(directories::add);
		return directories;
	}

	@Override
	public Path runtimeDirectory() {
		return this.runtimeDirectory;
	}

	@Override
	public List<String> commandLine(Launch launch) {
		String asked = launch.variables().getOrDefault(OPTIONS, "");
		List<String> line = new ArrayList<>(List.of(interpreter().executable().toString()));
		line.addAll(memory(launch.memoryMb(), asked));
		EXPERIMENTS.stream().filter((name) -> !asked.contains("--" + name)).forEach((name) -> line.add("--no-" + name));
		line.add(bootstrap().toString());
		line.add(launch.runtime());
		return line;
	}

	@Override
	public Map<String, String> variables(Launch launch) {
		String version = launch.runtime().replaceAll("\\D", "");
		Path layers = launch.layers().resolve("nodejs");
		Stream<Path> path = Stream.concat(
				Stream.of(layers.resolve("node" + version + "/node_modules"), layers.resolve("node_modules")),
				Stream.concat(packages().stream(), Stream.of(this.runtimeDirectory, launch.code())));
		return Map.of("NODE_PATH", path.map(Path::toString).collect(Collectors.joining(":")));
	}

	@Override
	public long dataHeadroomBytes() {
		return DATA_HEADROOM;
	}

	// Lambda gives a tenth of the memory to new objects, and leaves that to the function
	// when it sets either size itself.
	private static List<String> memory(int memoryMb, String asked) {
		String plain = asked.replace('_', '-');
		if (plain.contains("--max-semi-space-size") || plain.contains("--max-old-space-size")) {
			return List.of();
		}
		int newSpace = memoryMb / 10;
		return List.of("--max-semi-space-size=" + newSpace / 2, "--max-old-space-size=" + (memoryMb - newSpace));
	}

	private Path bootstrap() {
		return this.runtimeDirectory.resolve("bootstrap.mjs");
	}

	private Optional<Path> packages() {
		return this.kit.packages().map((path) -> path.toAbsolutePath().normalize());
	}

	private Interpreter interpreter() {
		Path program = this.kit.interpreter().orElseThrow(() -> new IllegalStateException("No Node.js is installed"));
		return this.probed.computeIfAbsent(program, NodeRuntime::probe);
	}

	private static Interpreter probe(Path program) {
		ChildProcess process = ChildProcess.start(
				new Command(List.of(program.toString(), "--version"), Path.of("/"), Map.of("PATH", "/usr/bin:/bin")));
		try {
			String version = new String(process.standardOutput().readAllBytes(), StandardCharsets.UTF_8).strip();
			if (process.exit().join() != 0 || !version.startsWith("v")) {
				throw new IllegalStateException("The Node.js " + program + " does not work");
			}
			return new Interpreter(version.substring(1), program.toRealPath());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The Node.js " + program + " could not be asked", ex);
		}
	}

	/**
	 * A Node.js interpreter.
	 *
	 * @param version such as {@code 24.19.0}
	 * @param executable the program
	 */
	private record Interpreter(String version, Path executable) {

		Path directory() {
			Path parent = this.executable.getParent();
			return (parent != null) ? parent : Path.of("/");
		}

	}

}
