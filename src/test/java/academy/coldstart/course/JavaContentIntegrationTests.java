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

import academy.coldstart.process.ChildProcess;
import academy.coldstart.process.Command;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Java snippets of lessons compile and run.
 */
class JavaContentIntegrationTests {

	@TestFactory
	Stream<DynamicTest> everySnippetOfALessonRuns() {
		return snippets()
			.map((file) -> DynamicTest.dynamicTest(file.toString(), () -> assertThat(run(file)).isEmpty()));
	}

	private static Stream<Path> snippets() {
		try (Stream<Path> files = Files.walk(Path.of("lessons"))) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String run(Path file) throws Exception {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		ChildProcess process = ChildProcess
			.start(new Command(List.of(java, file.toString()), Path.of("").toAbsolutePath(), Map.of()));
		String errors = new String(process.standardError().readAllBytes(), StandardCharsets.UTF_8);
		int exit = process.exit().get(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS);
		return (exit == 0) ? "" : "exit " + exit + ": " + errors;
	}

}
