package academy.coldstart.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import academy.coldstart.process.Command;
import academy.coldstart.process.CommandResult;
import academy.coldstart.process.ProcessStartFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first process of each sandbox: built once from {@code init.c} with the compiler of
 * this machine, or its stand-in in Python where there is no compiler.
 *
 * @param file the program, or the script
 * @param interpreter what runs the script; empty for the program
 */
record InitProgram(Path file, List<String> interpreter) {

	private static final Logger logger = LoggerFactory.getLogger(InitProgram.class);

	private static final List<String> COMPILERS = List.of("cc", "gcc", "clang");

	/** A static program starts faster; not every machine has a static C library. */
	private static final List<List<String>> WAYS = List.of(List.of("-static"), List.of());

	private static final Path PYTHON = Path.of("/usr/bin/python3");

	InitProgram {
		interpreter = List.copyOf(interpreter);
	}

	/**
	 * Find the program, building it when it is not there yet.
	 * @param sources the directory with {@code init.c} and {@code init.py}
	 * @param kit the directory that built programs are kept in
	 * @return the program, or empty when this machine has neither a compiler nor Python
	 */
	static Optional<InitProgram> prepare(Path sources, Path kit) {
		Path source = sources.resolve("init.c");
		if (!Files.isReadable(source)) {
			return Optional.empty();
		}
		Path built = kit.resolve("init-" + System.getProperty("os.arch") + "-" + hash(source));
		if (Files.isExecutable(built) || build(source, built)) {
			return Optional.of(new InitProgram(built, List.of()));
		}
		return script(sources);
	}

	static Optional<InitProgram> script(Path sources) {
		Path script = sources.resolve("init.py");
		return (Files.isExecutable(PYTHON) && Files.isReadable(script))
				? Optional.of(new InitProgram(script, List.of(PYTHON.toString(), "-I", "-S"))) : Optional.empty();
	}

	/**
	 * Return how the program is called.
	 * @param directory the directory that it lies in as seen from inside the sandbox
	 * @return the beginning of a command line
	 */
	List<String> line(Path directory) {
		return Stream.concat(this.interpreter.stream(), Stream.of(directory.resolve("init").toString())).toList();
	}

	boolean isStandIn() {
		return !this.interpreter.isEmpty();
	}

	/**
	 * Put a copy where every sandbox may read it.
	 * @param directory the directory
	 * @throws IOException when it cannot be written
	 */
	void copyInto(Path directory) throws IOException {
		Path copy = directory.resolve("init");
		Files.copy(this.file, copy, StandardCopyOption.REPLACE_EXISTING);
		SandboxFiles.open(copy, "r-xr-xr-x");
	}

	private static boolean build(Path source, Path target) {
		try {
			Path parent = Files.createDirectories(Objects.requireNonNull(target.toAbsolutePath().getParent()));
			Path made = Files.createTempFile(parent, "init-", ".building");
			try {
				if (WAYS.stream().noneMatch((way) -> compile(source, made, way))) {
					return false;
				}
				SandboxFiles.open(made, "rwxr-xr-x");
				Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
				return true;
			}
			finally {
				Files.deleteIfExists(made);
			}
		}
		catch (IOException ex) {
			logger.warn("The first process of sandboxes could not be built in {}: {}", target.getParent(),
					ex.toString());
			return false;
		}
	}

	private static boolean compile(Path source, Path target, List<String> way) {
		return COMPILERS.stream().anyMatch((compiler) -> {
			List<String> options = List.of(compiler, "-O2", "-o", target.toString(), source.toString());
			List<String> line = Stream.concat(options.stream(), way.stream()).toList();
			return run(line) && run(List.of(target.toString(), "--probe", "user"));
		});
	}

	private static boolean run(List<String> line) {
		try {
			Command command = new Command(line, Path.of("/"), Map.of("PATH", "/usr/local/bin:/usr/bin:/bin"));
			return CommandResult.of(command, Duration.ofMinutes(1), (text) -> {
			}).succeeded();
		}
		catch (ProcessStartFailed ex) {
			return false;
		}
	}

	private static String hash(Path source) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(source));
			return HexFormat.of().formatHex(digest, 0, 8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The source " + source + " cannot be read", ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
