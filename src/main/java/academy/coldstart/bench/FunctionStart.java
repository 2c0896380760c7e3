package academy.coldstart.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import academy.coldstart.execution.LanguageRuntime;
import academy.coldstart.execution.Launch;
import academy.coldstart.isolation.Cell;
import academy.coldstart.isolation.ConfinedProcess;
import academy.coldstart.isolation.Confinement;
import academy.coldstart.isolation.Directories;
import academy.coldstart.isolation.Isolation;
import academy.coldstart.isolation.Limits;
import academy.coldstart.process.Command;

/**
 * The start of a function of one language, until its runtime asks for the first event.
 *
 * @param runtime runs the language
 * @param runtimeId the runtime identifier
 * @param handler the handler
 * @param directory a directory of its own, with the code in {@code code} and nothing in
 * {@code layers}
 */
record FunctionStart(LanguageRuntime runtime, String runtimeId, String handler, Path directory) {

	private static final int MEMORY_MB = 512;

	private static final int PATIENCE_MILLISECONDS = 60_000;

	private static final long MEBIBYTE = 1024L * 1024;

	private static final Path TASK = Path.of("/var/task");

	private static final Path OPT = Path.of("/opt");

	/**
	 * Write the code of a function.
	 * @param runtime runs the language
	 * @param runtimeId the runtime identifier
	 * @param handler the handler
	 * @param files its files
	 * @param base where it gets a directory
	 * @return what can be started
	 * @throws IOException when the files cannot be written
	 */
	static FunctionStart of(LanguageRuntime runtime, String runtimeId, String handler, Map<String, byte[]> files,
			Path base) throws IOException {
		Path directory = opened(base.resolve(runtimeId));
		opened(directory.resolve("layers"));
		Path code = opened(directory.resolve("code"));
		for (Map.Entry<String, byte[]> file : files.entrySet()) {
			Path target = code.resolve(file.getKey());
			opened(Objects.requireNonNull(target.getParent()));
			Files.write(target, file.getValue());
			Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r--r--r--"));
		}
		return new FunctionStart(runtime, runtimeId, handler, directory);
	}

	private static Path opened(Path directory) throws IOException {
		Files.createDirectories(directory);
		Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
		return directory;
	}

	/**
	 * Start it once.
	 * @param isolation keeps it apart
	 * @return milliseconds, with the preparation of the isolation
	 * @throws IOException when the runtime does not come up
	 */
	double milliseconds(Isolation isolation) throws IOException {
		Path scratch = Files.createDirectory(this.directory.resolve(UUID.randomUUID().toString()));
		try (ServerSocket api = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			api.setSoTimeout(PATIENCE_MILLISECONDS);
			URI address = URI.create("http://127.0.0.1:" + api.getLocalPort());
			long start = System.nanoTime();
			try (Cell cell = isolation.open(confinement(scratch, address))) {
				ConfinedProcess process = cell.start(command(cell, scratch, address));
				return untilAsked(api, process, start);
			}
		}
		finally {
			Directories.delete(scratch);
		}
	}

	private static double untilAsked(ServerSocket api, ConfinedProcess process, long start) throws IOException {
		try {
			api.accept().close();
			return (System.nanoTime() - start) / 1e6;
		}
		catch (java.net.SocketTimeoutException ex) {
			process.kill();
			throw new IOException("A function did not start: "
					+ new String(process.standardError().readAllBytes(), StandardCharsets.UTF_8), ex);
		}
	}

	private Confinement confinement(Path scratch, URI address) {
		Limits limits = new Limits(MEMORY_MB * MEBIBYTE, this.runtime.dataHeadroomBytes(), 128, 1024, 64 * MEBIBYTE,
				1000);
		return new Confinement(scratch, this.runtime.directories(),
				Map.of(TASK, this.directory.resolve("code"), OPT, this.directory.resolve("layers")), List.of(address),
				limits);
	}

	private Command command(Cell cell, Path scratch, URI address) {
		Path code = cell.inside(this.directory.resolve("code"));
		Path layers = cell.inside(this.directory.resolve("layers"));
		Map<String, String> variables = new HashMap<>(
				Map.of("AWS_LAMBDA_RUNTIME_API", address.getAuthority(), "_HANDLER", this.handler, "LAMBDA_TASK_ROOT",
						code.toString(), "LAMBDA_RUNTIME_DIR", this.runtime.runtimeDirectory().toString(),
						"AWS_LAMBDA_FUNCTION_NAME", "bench", "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
						"AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(MEMORY_MB)));
		variables.putAll(Map.of("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/bench", "AWS_LAMBDA_LOG_STREAM_NAME", "bench",
				"AWS_REGION", "us-east-1", "AWS_DEFAULT_REGION", "us-east-1", "PATH", "/usr/bin:/bin", "LANG",
				"C.UTF-8", "TMPDIR", cell.inside(scratch).toString()));
		Launch launch = new Launch(this.runtimeId, code, layers, cell.inside(scratch), MEMORY_MB, variables);
		this.runtime.variables(launch).forEach(variables::putIfAbsent);
		return new Command(this.runtime.commandLine(launch), code, variables);
	}

}
