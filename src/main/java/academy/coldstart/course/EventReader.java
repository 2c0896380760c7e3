package academy.coldstart.course;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the events that an exercise offers to try code with.
 */
final class EventReader {

	private static final String ENDING = ".json";

	private final CourseFiles files;

	private final CheckedYaml yaml;

	private final ProblemLog problems;

	EventReader(CourseFiles files, CheckedYaml yaml, ProblemLog problems) {
		this.files = files;
		this.yaml = yaml;
		this.problems = problems;
	}

	/**
	 * Read them in the order of their file names.
	 * @param exercise the folder of the exercise
	 * @return the events
	 */
	List<PreparedEvent> read(Path exercise) {
		Path folder = exercise.resolve("events");
		Set<String> titles = new HashSet<>();
		return this.files.files(folder, ENDING)
			.stream()
			.flatMap((file) -> this.yaml.read(file, "event").stream())
			.filter((file) -> isNew(titles, file))
			.map(EventReader::event)
			.toList();
	}

	private boolean isNew(Set<String> titles, YamlFile file) {
		boolean added = titles.add(file.content().path("title").asString(""));
		if (!added) {
			this.problems.add(file.file(), file.line(List.of("title")), "Another event has this title.",
					"Say what is special about this one.");
		}
		return added;
	}

	private static PreparedEvent event(YamlFile file) {
		String name = Objects.requireNonNull(file.file().getFileName()).toString();
		JsonNode content = file.content();
		return new PreparedEvent(name.substring(0, name.length() - ENDING.length()), content.path("title").asString(""),
				function(content.path("function")), content.path("event").toPrettyString());
	}

	private static @Nullable String function(JsonNode function) {
		return function.isString() ? function.stringValue() : null;
	}

}
