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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import academy.coldstart.process.ChildProcess;
import academy.coldstart.process.Command;

/**
 * Runs Python functions with whatever Python the kit has, also when they ask for another
 * minor version.
 */
public final class PythonRuntime implements LanguageRuntime {

	private static final String PROBE = "import sys; print(sys.version.split()[0]); print(sys.base_prefix); "
			+ "print(getattr(sys, '_base_executable', None) or sys.executable)";

	private final PythonKit kit;

	private final Path runtimeDirectory;

	private final Map<Path, Interpreter> probed = new ConcurrentHashMap<>();

	/**
	 * Create the runtime.
	 * @param kit the interpreter and the packages
	 * @param runtimeDirectory the directory with {@code bootstrap.py}
	 */
	public PythonRuntime(PythonKit kit, Path runtimeDirectory) {
		this.kit = kit;
		this.runtimeDirectory = runtimeDirectory.toAbsolutePath().normalize();
	}

	@Override
	public boolean runs(String runtime) {
		return runtime.startsWith("python3.");
	}

	@Override
	public Optional<String> unavailable() {
		if (!Files.isReadable(this.runtimeDirectory.resolve("bootstrap.py"))) {
			return Optional.of("The Python runtime is incomplete: there is no " + this.runtimeDirectory
					+ "/bootstrap.py. Start Coldstart from its installation directory.");
		}
		return this.kit.interpreter().isEmpty()
				? Optional.of("Python functions cannot run yet: no Python interpreter is installed.")
				: Optional.empty();
	}

	@Override
	public String version() {
		return "Python " + interpreter().version();
	}

	@Override
	public List<Path> directories() {
		List<Path> directories = new ArrayList<>(List.of(this.runtimeDirectory, interpreter().prefix()));
		this.kit.packages().map((path) -> path.toAbsolutePath().normalize()).ifPresent(directories::add);
		return directories;
	}

	@Override
	public Path runtimeDirectory() {
		return this.runtimeDirectory;
	}

	@Override
	public List<String> commandLine(Launch launch) {
		Stream<Path> packages = this.kit.packages().map((path) -> path.toAbsolutePath().normalize()).stream();
		return Stream.concat(
				Stream.of(interpreter().executable().toString(), "-u", "-s", "-P", "-S",
						this.runtimeDirectory.resolve("bootstrap.py").toString(), launch.layers().toString()),
				packages.map(Path::toString))
			.toList();
	}

	private Interpreter interpreter() {
		Path program = this.kit.interpreter()
			.orElseThrow(() -> new IllegalStateException("No Python interpreter is installed"));
		return this.probed.computeIfAbsent(program, PythonRuntime::probe);
	}

	private static Interpreter probe(Path program) {
		ChildProcess process = ChildProcess.start(new Command(List.of(program.toString(), "-I", "-S", "-c", PROBE),
				Path.of("/"), Map.of("PATH", "/usr/bin:/bin")));
		try {
			List<String> lines = new String(process.standardOutput().readAllBytes(), StandardCharsets.UTF_8).lines()
				.toList();
			if (process.exit().join() != 0 || lines.size() != 3) {
				throw new IllegalStateException("The Python interpreter " + program + " does not work");
			}
			return new Interpreter(lines.get(0), Path.of(lines.get(1)), Path.of(lines.get(2)).toRealPath());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The Python interpreter " + program + " could not be asked", ex);
		}
	}

	/**
	 * A Python interpreter.
	 *
	 * @param version such as {@code 3.13.0}
	 * @param prefix the directory of its installation
	 * @param executable the program
	 */
	private record Interpreter(String version, Path prefix, Path executable) {
	}

}
