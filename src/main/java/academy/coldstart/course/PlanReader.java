package academy.coldstart.course;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the plan of the course and shows of it what is written.
 */
final class PlanReader {

	private static final Path COURSE = Path.of("course.yaml");

	private final CheckedYaml yaml;

	private final ProblemLog problems;

	PlanReader(CheckedYaml yaml, ProblemLog problems) {
		this.yaml = yaml;
		this.problems = problems;
	}

	CourseMap read(Map<Slug, Path> folders, Map<Slug, Lesson> lessons, Map<Slug, ExerciseContent> exercises) {
		Optional<YamlFile> file = this.yaml.read(COURSE, "course");
		if (file.isEmpty()) {
			return new CourseMap("", List.of());
		}
		Plan plan = file.get().as(Plan.class);
		check(file.get(), plan, folders);
		List<CourseMap.Module> modules = plan.modules()
			.stream()
			.map((module) -> module(module, lessons, exercises))
			.filter((module) -> !module.entries().isEmpty())
			.toList();
		return new CourseMap(plan.title(), modules);
	}

	private void check(YamlFile file, Plan plan, Map<Slug, Path> folders) {
		Set<Slug> listed = new HashSet<>();
		for (int i = 0; i < plan.modules().size(); i++) {
			PlannedModule module = plan.modules().get(i);
			int line = file.line(List.of("modules", i, "lessons"));
			module.slugs().forEach((slug) -> {
				if (!listed.add(slug)) {
					this.problems.add(COURSE, line, "The lesson '" + slug + "' is listed twice.",
							"Keep it in one module.");
				}
				if (!folders.containsKey(slug)) {
					this.problems.add(COURSE, line,
							"Module " + module.id() + " lists the lesson '" + slug + "', which does not exist.",
							"Take it out until its folder lessons/NN-" + slug + " is there.");
				}
			});
		}
		folders.forEach((slug, folder) -> {
			if (!listed.contains(slug)) {
				this.problems.add(COURSE, file.line(List.of("modules")),
						"No module lists the lesson '" + slug + "' of " + folder + ".",
						"Add it to the lessons of its module.");
			}
		});
	}

	private static CourseMap.Module module(PlannedModule module, Map<Slug, Lesson> lessons,
			Map<Slug, ExerciseContent> exercises) {
		List<CourseMap.Entry> entries = new ArrayList<>();
		for (Slug slug : module.slugs()) {
			Lesson lesson = lessons.get(slug);
			if (lesson != null) {
				entries.add(new CourseMap.Entry(lesson, exercises(lesson, exercises)));
			}
		}
		return new CourseMap.Module(module.id(), module.title(), module.summary(), entries);
	}

	private static List<Exercise> exercises(Lesson lesson, Map<Slug, ExerciseContent> exercises) {
		return lesson.exercises()
			.stream()
			.flatMap((slug) -> Optional.ofNullable(exercises.get(slug)).stream())
			.map(ExerciseContent::exercise)
			.toList();
	}

	private record Plan(String title, List<PlannedModule> modules) {
	}

	private record PlannedModule(String id, String title, String summary, List<String> lessons) {

		List<Slug> slugs() {
			return this.lessons.stream().map(Slug::new).toList();
		}

	}

}
