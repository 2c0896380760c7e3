package academy.coldstart.course;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an exercise has to keep beyond its schema.
 */
final class ExerciseRules {

	private static final int ALL_POINTS = 100;

	private final YamlFile yaml;

	private final ExerciseEntry entry;

	private final ProblemLog problems;

	ExerciseRules(YamlFile yaml, ExerciseEntry entry, ProblemLog problems) {
		this.yaml = yaml;
		this.entry = entry;
		this.problems = problems;
	}

	void check(Slug folder, CourseFiles files) {
		if (!this.entry.slug().equals(folder.value())) {
			problem("slug", "The slug is '" + this.entry.slug() + "', but the folder is '" + folder + "'.",
					"Make them the same.");
		}
		checkPoints();
		checkIds();
		checkTemplate(files);
	}

	private void checkPoints() {
		int points = this.entry.checks().stream().mapToInt(ExerciseEntry.CheckEntry::points).sum();
		if (points != ALL_POINTS) {
			problem("checks", "The points of the checks add up to " + points + ".", "Make them 100 together.");
		}
		if (this.entry.checks().stream().noneMatch((check) -> Boolean.TRUE.equals(check.gate()))) {
			problem("checks", "No check is a gate, so the exercise could be passed without its core.",
					"Write 'gate: true' at the check that matters most.");
		}
	}

	private void checkIds() {
		Set<String> ids = new HashSet<>();
		this.entry.checks()
			.stream()
			.map(ExerciseEntry.CheckEntry::id)
			.filter((id) -> !ids.add(id))
			.forEach((id) -> problem("checks", "Two checks have the id " + id + ".", "Number them C1, C2 and so on."));
	}

	private void checkTemplate(CourseFiles files) {
		String template = this.entry.template();
		boolean learnerWritesIt = !this.entry.kind().equals("handler");
		if (template == null) {
			if (!learnerWritesIt) {
				problem("kind", "The learner hands in a handler only, but there is no template to deploy it with.",
						"Name the template: 'template: template.yaml'.");
			}
			return;
		}
		Path folder = this.yaml.file().getParent();
		if (folder != null && !files.exists(folder.resolve(template))) {
			problem("template", "The template " + template + " does not exist.", "Add it beside exercise.yaml.");
		}
	}

	private void problem(String property, String what, String remedy) {
		this.problems.add(this.yaml.file(), this.yaml.line(List.of(property)), what, remedy);
	}

}
