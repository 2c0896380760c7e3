package academy.coldstart.survival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a learner hands in, and what has to come of it.
 *
 * @param exercise the exercise
 * @param language the language id
 * @param files the files by their paths
 * @param outcome the right outcome
 * @param score the right score
 * @param failed the checks that have to fail
 */
record Work(String exercise, String language, Map<String, String> files, String outcome, int score,
		List<String> failed) {

	static Work solution(String exercise, String language, String solution) {
		return new Work(exercise, language, read(Path.of("exercises", exercise, "solutions", solution)), "passed", 100,
				List.of());
	}

	/**
	 * Return the starter of the warm-up, which logs as it should and counts wrongly.
	 * @return the starter
	 */
	static Work starter() {
		return new Work("hello-larkspur", "python", read(Path.of("exercises/hello-larkspur/starter/python")), "failed",
				40, List.of("C1"));
	}

	/**
	 * Return the same with code before that of the handler.
	 * @param code the code
	 * @return the work
	 */
	Work startingWith(String code) {
		return new Work(this.exercise, this.language, Map.of("handler.py", code + this.files.get("handler.py")),
				this.outcome, this.score, this.failed);
	}

	void assertGraded(JsonNode report) {
		assertThat(report.path("outcome").asString()).as("%s", report).isEqualTo(this.outcome);
		assertThat(report.path("score").asInt()).isEqualTo(this.score);
		assertThat(report.path("checks").valueStream())
			.filteredOn((check) -> !check.path("outcome").asString().equals("passed"))
			.extracting((check) -> check.path("id").asString() + " " + check.path("outcome").asString())
			.containsExactlyElementsOf(this.failed.stream().map((id) -> id + " failed").toList());
	}

	private static Map<String, String> read(Path directory) {
		SortedMap<String, String> files = new TreeMap<>();
		try (Stream<Path> paths = Files.walk(directory)) {
			for (Path path : paths.filter(Files::isRegularFile).toList()) {
				String name = directory.relativize(path).toString();
				if (!name.equals("solution.yaml")) {
					files.put(name, Files.readString(path, StandardCharsets.UTF_8));
				}
			}
			return files;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
