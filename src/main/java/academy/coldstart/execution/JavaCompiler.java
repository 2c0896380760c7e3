package academy.coldstart.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import academy.coldstart.isolation.Cell;
import academy.coldstart.isolation.Confinement;
import academy.coldstart.isolation.Isolation;
import academy.coldstart.isolation.Limits;
import academy.coldstart.process.Command;

/**
 * Compiles Java functions, in a confined process that runs no code of theirs. Classes
 * come back over a pipe: nobody reads a file that such a process wrote.
 */
public final class JavaCompiler {

	private static final String PROGRAM = "academy.coldstart.compiler.Compiler";

	private static final int HEAP_MB = 400;

	private static final long MEBIBYTE = 1024L * 1024;

	private static final Limits LIMITS = new Limits(640 * MEBIBYTE, 64 * MEBIBYTE, 128, 1024, 16 * MEBIBYTE, 1000);

	private final JavaKit kit;

	private final Isolation isolation;

	private final Path base;

	/**
	 * Create the compiler.
	 * @param kit the JDK and the libraries
	 * @param isolation keeps it apart
	 * @param base the directory in which each compilation makes one of its own
	 */
	public JavaCompiler(JavaKit kit, Isolation isolation, Path base) {
		this.kit = kit;
		this.isolation = isolation;
		this.base = base;
	}

	/**
	 * Say why functions with a runtime identifier cannot be compiled at present.
	 * @param runtime the identifier, such as {@code java21}
	 * @return the reason with what to do, or empty when they can
	 */
	public Optional<String> unavailable(String runtime) {
		return this.kit.installation()
			.map((installation) -> JavaRelease.obstacle(runtime, installation).or(this.isolation::unavailable))
			.orElseGet(() -> Optional.of(this.kit.problem()));
	}

	/**
	 * Compile.
	 * @param sources the sources
	 * @return the classes, or what the learner has to change
	 * @throws IllegalStateException when it is not available or fails itself
	 */
	public JavaCompilation compile(JavaSources sources) {
		JavaInstallation installation = this.kit.installation()
			.orElseThrow(() -> new IllegalStateException(this.kit.problem()));
		JavaRelease release = JavaRelease.find(sources.runtime())
			.orElseThrow(() -> new IllegalStateException("There is no Java runtime " + sources.runtime()));
		try (WorkDirectory directory = new WorkDirectory(this.base)) {
			Path scratch = directory.make("scratch");
			Path code = directory.path().resolve("sources");
			write(sources, code);
			List<Path> readable = List.of(code, installation.jdk(), installation.directory());
			try (Cell cell = this.isolation.open(new Confinement(scratch, readable, Map.of(), List.of(), LIMITS))) {
				List<String> line = line(installation, release, cell.inside(code), sources.handler());
				Path temporary = cell.inside(scratch);
				line.add(1, "-Djava.io.tmpdir=" + temporary);
				return CompilerRun
					.of(cell.start(new Command(line, Path.of("/"), Map.of("PATH", "/usr/bin:/bin", "LANG", "C.UTF-8"))))
					.result();
			}
		}
	}

	private static List<String> line(JavaInstallation installation, JavaRelease release, Path code, String handler) {
		List<String> line = new ArrayList<>(List.of(installation.java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
				"-Xmx" + HEAP_MB + "m", "-Xss4m", "-XX:-UsePerfData", "-XX:+DisableAttachMechanism", "-Xlog:disable",
				"-cp", installation.bootstrap().toString()));
		installation.compilerArchive().ifPresent((archive) -> line.add(1, archive));
		line.addAll(List.of(PROGRAM, Integer.toString(release.feature()), code.toString(), installation.classPathText(),
				handler));
		return line;
	}

	private static void write(JavaSources sources, Path directory) {
		try {
			makeDirectory(directory);
			for (Map.Entry<String, byte[]> source : sources.files().entrySet()) {
				Path file = directory.resolve(source.getKey()).normalize();
				if (!file.startsWith(directory)) {
					throw new IllegalArgumentException("The path " + source.getKey() + " leads outside");
				}
				makeDirectory(Objects.requireNonNull(file.getParent()));
				Files.write(file, source.getValue());
				Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The sources could not be written", ex);
		}
	}

	private static void makeDirectory(Path directory) throws IOException {
		if (!Files.isDirectory(directory)) {
			makeDirectory(Objects.requireNonNull(directory.getParent()));
			Files.createDirectory(directory);
			Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
		}
	}

}
