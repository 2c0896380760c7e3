package academy.coldstart.course;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import academy.coldstart.rendering.Fact;
import academy.coldstart.rendering.PageRenderer;

/**
 * Reads a course from its folder and tells everything that is wrong with it at once.
 */
final class CourseReader {

	private static final Path FACTS = Path.of("facts.yaml");

	private final ProblemLog problems = new ProblemLog();

	private final CourseFiles files;

	private final CheckedYaml yaml;

	CourseReader(Path home) {
		this.files = new CourseFiles(home, this.problems);
		this.yaml = new CheckedYaml(this.files, this.problems);
	}

	FileCourse read() {
		CourseFolders folders = CourseFolders.find(this.files, this.problems);
		Map<String, Fact> facts = facts();
		PageRenderer renderer = new PageRenderer(this.files.home(), facts, folders::address, new RecordedRuns());
		Map<Slug, Lesson> lessons = new LessonReader(this.files, this.yaml, renderer, this.problems)
			.read(folders.lessons());
		Map<Slug, ExerciseContent> exercises = new ExerciseReader(this.files, this.yaml, renderer, this.problems)
			.read(folders.exercises());
		new CrossReferences(folders, lessons, exercises, this.problems).check();
		CourseMap map = new PlanReader(this.yaml, this.problems).read(folders.lessons(), lessons, exercises);
		this.problems.throwIfAny();
		return new FileCourse(map, lessons, exercises, facts);
	}

	private Map<String, Fact> facts() {
		Map<String, Fact> facts = new LinkedHashMap<>();
		this.yaml.read(FACTS, "facts").ifPresent((file) -> file.properties(FactEntry.class).forEach((name, entry) -> {
			Fact fact = new Fact(name, entry.value(), entry.statement(), entry.checked(), entry.source());
			facts.put(name, fact);
		}));
		return facts;
	}

	private record FactEntry(String value, String statement, LocalDate checked, Fact.Source source) {
	}

}
