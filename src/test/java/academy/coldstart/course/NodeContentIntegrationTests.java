package academy.coldstart.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import academy.coldstart.engine.installation.TestInstallation;
import academy.coldstart.process.ChildProcess;
import academy.coldstart.process.Command;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The JavaScript files of the course are valid JavaScript, and the snippets of lessons
 * run.
 */
class NodeContentIntegrationTests {

	@TestFactory
	Stream<DynamicTest> everyJavaScriptFileIsValid() {
		return Stream.of("exercises", "lessons", "runtimes")
			.flatMap(NodeContentIntegrationTests::files)
			.map((file) -> DynamicTest.dynamicTest(file.toString(), () -> assertThat(run("--check", file)).isEmpty()));
	}

	@TestFactory
	Stream<DynamicTest> everySnippetOfALessonRuns() {
		return files("lessons").map((file) -> DynamicTest.dynamicTest(file.toString(),
				() -> assertThat(run("--unhandled-rejections=strict", file)).isEmpty()));
	}

	private static Stream<Path> files(String folder) {
		try (Stream<Path> files = Files.walk(Path.of(folder))) {
			return files.filter((file) -> file.toString().matches(".*\\.[mc]?js")).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String run(String option, Path file) throws Exception {
		String node = TestInstallation.kit().node().orElseThrow().toString();
		ChildProcess process = ChildProcess
			.start(new Command(List.of(node, option, file.toString()), Path.of("").toAbsolutePath(), Map.of()));
		String errors = new String(process.standardError().readAllBytes(), StandardCharsets.UTF_8);
		int exit = process.exit().get(Duration.ofSeconds(30).toSeconds(), TimeUnit.SECONDS);
		return (exit == 0) ? "" : "exit " + exit + ": " + errors;
	}

}
