package academy.coldstart.survival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import academy.coldstart.process.Command;
import academy.coldstart.process.CommandResult;

import org.springframework.util.FileSystemUtils;

/**
 * The packaged application, unpacked as the launcher unpacks it.
 */
final class UnpackedJar {

	private static final Path JAR = Path.of("target/coldstart.jar").toAbsolutePath();

	private static final Path COPY = Path.of("target/unpacked").toAbsolutePath();

	private static boolean unpacked;

	private UnpackedJar() {
	}

	/**
	 * Return the jar to start, which is unpacked once.
	 * @return the jar
	 */
	static synchronized Path path() {
		if (!unpacked) {
			unpack();
			unpacked = true;
		}
		return COPY.resolve(JAR.getFileName());
	}

	private static void unpack() {
		if (!Files.exists(JAR)) {
			throw new IllegalStateException("There is no " + JAR + ": package the application before");
		}
		try {
			FileSystemUtils.deleteRecursively(COPY);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		CommandResult result = CommandResult.of(new Command(
				List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Djarmode=tools", "-jar",
						JAR.toString(), "extract", "--destination", COPY.toString()),
				Path.of("/"), Map.of("PATH", System.getenv("PATH"))), Duration.ofMinutes(5), (line) -> {
				});
		if (!result.succeeded()) {
			throw new IllegalStateException("The application could not be unpacked: " + result.output());
		}
	}

}
