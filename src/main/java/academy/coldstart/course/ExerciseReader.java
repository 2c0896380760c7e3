package academy.coldstart.course;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import academy.coldstart.rendering.Page;
import academy.coldstart.rendering.PageRenderer;
import academy.coldstart.rendering.PageSource;
import academy.coldstart.rendering.RenderedPage;

/**
 * Reads exercises with everything in their folders.
 */
final class ExerciseReader {

	private final CourseFiles files;

	private final CheckedYaml yaml;

	private final PageRenderer renderer;

	private final ProblemLog problems;

	ExerciseReader(CourseFiles files, CheckedYaml yaml, PageRenderer renderer, ProblemLog problems) {
		this.files = files;
		this.yaml = yaml;
		this.renderer = renderer;
		this.problems = problems;
	}

	Map<Slug, ExerciseContent> read(Map<Slug, Path> folders) {
		return folders.entrySet()
			.stream()
			.flatMap((entry) -> read(entry.getKey(), entry.getValue()).stream())
			.sorted(Comparator.comparing((content) -> content.exercise().id()))
			.collect(Collectors.toMap((content) -> content.exercise().slug(), (content) -> content,
					(first, second) -> first, LinkedHashMap::new));
	}

	private Optional<ExerciseContent> read(Slug slug, Path folder) {
		Page instructions = page(folder.resolve("instructions.md"), "Write what is asked of the learner.");
		this.files.text(folder.resolve("design.md"), "Write down the goal, the contract and what each check looks at.");
		return this.yaml.read(folder.resolve("exercise.yaml"), "exercise")
			.map((yaml) -> content(slug, folder, yaml, instructions));
	}

	private Page page(Path file, String remedy) {
		RenderedPage rendered = this.files.text(file, remedy)
			.map((text) -> this.renderer.render(new PageSource(file, text, 1)))
			.orElseGet(() -> new RenderedPage(new Page("", List.of(), 0), List.of()));
		this.problems.addAll(rendered.problems());
		return rendered.page();
	}

	private ExerciseContent content(Slug slug, Path folder, YamlFile yaml, Page instructions) {
		ExerciseEntry entry = yaml.as(ExerciseEntry.class);
		new ExerciseRules(yaml, entry, this.problems).check(slug, this.files);
		Exercise exercise = entry.toExercise(slug, this.files.home().resolve(folder));
		VariantReader variants = new VariantReader(this.files, this.yaml, this.problems, folder, exercise);
		List<Solution> solutions = variants.solutions();
		return new ExerciseContent(exercise, instructions, starters(folder, exercise, yaml), solutions,
				variants.mistakes(solutions), new EventReader(this.files, this.yaml, this.problems).read(folder));
	}

	private Map<Language, SourceFiles> starters(Path folder, Exercise exercise, YamlFile yaml) {
		Map<Language, SourceFiles> starters = new EnumMap<>(Language.class);
		exercise.handlers().forEach((language, location) -> {
			Path starter = folder.resolve("starter").resolve(language.id());
			SourceFiles sources = this.files.sources(starter, "");
			if (!sources.contents().containsKey(location.file())) {
				this.problems.add(yaml.file(), yaml.line(List.of("handlers", language.id())),
						"The starter in " + language.title() + " has no " + location.file() + ".",
						"Add it to " + starter + ".");
			}
			starters.put(language, sources);
		});
		return starters;
	}

}
