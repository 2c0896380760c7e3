package academy.coldstart.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import academy.coldstart.process.Command;
import academy.coldstart.process.CommandResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Runs the whole program on machines that lack something.
 */
class CommandLineIntegrationTests {

	@TempDir
	private Path directory;

	private Path work = Path.of("");

	@BeforeEach
	void handler() throws IOException {
		this.work = Files.createDirectory(this.directory.resolve("work"));
		Files.writeString(this.work.resolve("handler.py"), "def handler(event, context):\n    return event\n");
	}

	@Test
	void suggestsTheExerciseThatIsMeant() {
		CommandResult result = run(Map.of(), "grade", "helo-larkspur", this.work.toString());

		assertThat(result.exitCode()).isEqualTo(2);
		assertThat(result.output()).isEqualTo("There is no exercise named helo-larkspur. Did you mean hello-larkspur?");
	}

	@Test
	void namesTheLanguagesThereAre() {
		CommandResult result = run(Map.of(), "grade", "hello-larkspur", this.work.toString(), "--language", "pyton");

		assertThat(result.exitCode()).isEqualTo(2);
		assertThat(result.output()).contains("pyton", "python");
	}

	@Test
	void saysHowToGetThePythonThatIsMissing() throws IOException {
		Path report = this.directory.resolve("report.json");
		CommandResult result = run(
				Map.of("COLDSTART_PYTHON", "/nowhere/python3", "HOME", this.directory.toString(), "PATH", "/nowhere"),
				"grade", "hello-larkspur", this.work.toString(), "--engine", "host", "--json", report.toString());

		assertThat(result.exitCode()).as(result.output()).isEqualTo(3);
		assertThat(result.output()).contains("No Python 3.12 or 3.13 was found, and the engine needs one.",
				"sudo apt install python3", "COLDSTART_PYTHON");
		assertThat(report).content()
			.contains("\"not-graded\"", "engine-unavailable", "No Python 3.12 or 3.13 was found", "no attempt was used",
					"sudo apt install python3");
	}

	@Test
	void saysThatTheDiskHasNoRoomForTheEngine() {
		Path disk = this.directory.resolve("disk");
		assumeThat(mount(disk)).as("a small disk can be mounted").isTrue();
		try {
			CommandResult result = run(Map.of("COLDSTART_ENGINE_CACHE", disk.resolve("kit").toString()), "grade",
					"hello-larkspur", this.work.toString());

			assertThat(result.exitCode()).as(result.output()).isEqualTo(3);
			assertThat(result.output()).contains("has 2 MB left, but the engine needs 1200 MB",
					"Make room there, or choose another disk with coldstart.engine.cache.");
		}
		finally {
			tool("umount", disk.toString());
		}
	}

	@Test
	void saysThatTheDiskHasNoRoomForFunctions() {
		Path disk = this.directory.resolve("disk");
		assumeThat(mount(disk)).as("a small disk can be mounted").isTrue();
		try {
			CommandResult result = run(Map.of("COLDSTART_EXECUTION_DIRECTORY", disk.toString()), "grade",
					"hello-larkspur", this.work.toString());

			assertThat(result.exitCode()).as(result.output()).isEqualTo(3);
			assertThat(result.output()).contains("The disk with " + disk + " is full: functions need 50 MB there.",
					"Or choose another disk with coldstart.execution.directory.");
		}
		finally {
			tool("umount", disk.toString());
		}
	}

	private CommandResult run(Map<String, String> settings, String... arguments) {
		List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-Duser.home=" + settings.getOrDefault("HOME", System.getProperty("user.home")), "-cp", classPath(),
				"academy.coldstart.ColdstartApplication"));
		line.addAll(List.of(arguments));
		Map<String, String> environment = new java.util.HashMap<>(System.getenv());
		environment.putAll(settings);
		return CommandResult.of(new Command(line, Path.of("").toAbsolutePath(), environment), Duration.ofMinutes(5),
				(text) -> {
				});
	}

	private static String classPath() {
		// As it is packaged: beans of other tests are none of this program's.
		return String.join(":",
				List.of(System.getProperty("java.class.path").split(":"))
					.stream()
					.filter((entry) -> !entry.endsWith("test-classes"))
					.toList());
	}

	private static boolean mount(Path disk) {
		try {
			Files.createDirectory(disk);
			return tool("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString());
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static boolean tool(String... line) {
		Command command = new Command(List.of(line), Path.of("/"), Map.of("PATH", System.getenv("PATH")));
		return CommandResult.of(command, Duration.ofSeconds(20), (text) -> {
		}).succeeded();
	}

}
