package academy.coldstart.course;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import academy.coldstart.process.ChildProcess;
import academy.coldstart.process.Command;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Python files of the course are valid Python, and the snippets of lessons run.
 */
class PythonContentIntegrationTests {

	private static final List<String> INTERPRETERS = List.of("python3.13", "python3.14", "python3.12", "python3");

	private static final String COMPILE = "import sys; compile(open(sys.argv[1]).read(), sys.argv[1], 'exec')";

	private static Path python = Path.of("python3");

	@BeforeAll
	static void findPython() {
		Optional<Path> found = Stream.concat(Stream.ofNullable(System.getenv("COLDSTART_PYTHON")), onPath())
			.map(Path::of)
			.filter(Files::isExecutable)
			.filter(PythonContentIntegrationTests::works)
			.findFirst();
		Assumptions.assumeTrue(found.isPresent(), "No Python is installed");
		python = found.orElseThrow();
	}

	private static boolean works(Path candidate) {
		try {
			return run(candidate, List.of("-c", "pass")).isEmpty();
		}
		catch (Exception ex) {
			return false;
		}
	}

	private static Stream<String> onPath() {
		String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin");
		return INTERPRETERS.stream()
			.flatMap((name) -> Stream.of(path.split(":", -1)).map((folder) -> folder + "/" + name));
	}

	@TestFactory
	Stream<DynamicTest> everyPythonFileCompiles() throws IOException {
		return Stream.concat(files("exercises"), files("lessons"))
			.map((file) -> DynamicTest.dynamicTest(file.toString(),
					() -> assertThat(run(python, List.of("-c", COMPILE, file.toString()))).isEmpty()));
	}

	@TestFactory
	Stream<DynamicTest> everySnippetOfALessonRuns() throws IOException {
		return files("lessons").map((file) -> DynamicTest.dynamicTest(file.toString(),
				() -> assertThat(run(python, List.of(file.toString()))).isEmpty()));
	}

	private static Stream<Path> files(String folder) throws IOException {
		try (Stream<Path> files = Files.walk(Path.of(folder))) {
			return files.filter((file) -> file.toString().endsWith(".py")).toList().stream();
		}
	}

	private static String run(Path interpreter, List<String> arguments) throws Exception {
		List<String> line = new ArrayList<>(List.of(interpreter.toString(), "-I", "-B"));
		line.addAll(arguments);
		ChildProcess process = ChildProcess.start(new Command(line, Path.of("").toAbsolutePath(), Map.of()));
		String errors = new String(process.standardError().readAllBytes(), StandardCharsets.UTF_8);
		int exit = process.exit().get(Duration.ofSeconds(30).toSeconds(), TimeUnit.SECONDS);
		return (exit == 0) ? "" : "exit " + exit + ": " + errors;
	}

}
