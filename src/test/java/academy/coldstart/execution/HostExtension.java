package academy.coldstart.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import academy.coldstart.isolation.Isolation;
import academy.coldstart.isolation.PlainIsolation;
import academy.coldstart.isolation.Sandboxes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Gives each test a host of its own and makes sure that nothing of it is left afterwards.
 */
final class HostExtension implements BeforeEachCallback, AfterEachCallback {

	private final LanguageRuntime language;

	private final List<CompanionService> companions;

	private @Nullable Path directory;

	private @Nullable TestHost host;

	HostExtension(CompanionService... companions) {
		this(PythonFixture.runtime(), companions);
	}

	HostExtension(LanguageRuntime language, CompanionService... companions) {
		this.language = language;
		this.companions = List.of(companions);
	}

	@Override
	public void beforeEach(ExtensionContext context) throws IOException {
		this.directory = Files.createTempDirectory(Path.of("/var/tmp"), "coldstart-test-");
		Files.setPosixFilePermissions(this.directory,
				java.nio.file.attribute.PosixFilePermissions.fromString("rwx--x--x"));
		this.host = new TestHost(isolation(context), this.directory, this.language, this.companions);
	}

	private static Isolation isolation(ExtensionContext context) {
		return context.getRequiredTestClass().isAnnotationPresent(InSandbox.class) ? Sandboxes.make(61000)
				: new PlainIsolation(61000);
	}

	@Override
	public void afterEach(ExtensionContext context) throws IOException {
		if (this.host == null) {
			// There is no sandbox on this machine, and the test is skipped.
			Files.deleteIfExists(directory());
			return;
		}
		host().close();
		assertThat(directory()).isEmptyDirectory();
		assertThat(processes()).isEmpty();
		Files.delete(directory());
	}

	TestHost host() {
		return Objects.requireNonNull(this.host);
	}

	Path directory() {
		return Objects.requireNonNull(this.directory);
	}

	/**
	 * Return the command lines of all processes that run something of this host.
	 * @return the command lines
	 */
	List<String> processes() {
		try (Stream<Path> all = Files.list(Path.of("/proc"))) {
			return all.filter((path) -> path.getFileName().toString().matches("\\d+"))
				.filter((path) -> text(path.resolve("environ")).contains(directory().toString()))
				.map((path) -> path.getFileName() + " " + text(path.resolve("cmdline")).replace('\0', ' '))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			return "";
		}
	}

}
