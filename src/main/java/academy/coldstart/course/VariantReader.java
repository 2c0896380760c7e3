package academy.coldstart.course;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * Reads the solutions of an exercise and its mistakes, which are laid over solutions.
 */
final class VariantReader {

	private static final String SOLUTION = "solution.yaml";

	private static final String MISTAKE = "mistake.yaml";

	private final CourseFiles files;

	private final CheckedYaml yaml;

	private final ProblemLog problems;

	private final Path folder;

	private final Exercise exercise;

	VariantReader(CourseFiles files, CheckedYaml yaml, ProblemLog problems, Path folder, Exercise exercise) {
		this.files = files;
		this.yaml = yaml;
		this.problems = problems;
		this.folder = folder;
		this.exercise = exercise;
	}

	List<Solution> solutions() {
		List<Solution> solutions = new ArrayList<>();
		for (Path variant : this.files.folders(this.folder.resolve("solutions"))) {
			this.yaml.read(variant.resolve(SOLUTION), "solution")
				.flatMap((file) -> solution(variant, file))
				.ifPresent(solutions::add);
		}
		for (Language language : this.exercise.languages()) {
			if (solutions.stream().noneMatch((solution) -> solution.language() == language)) {
				this.problems.add(this.folder.resolve("solutions"), 1,
						"There is no solution in " + language.title() + ".",
						"Add a folder with its files and a solution.yaml.");
			}
		}
		return solutions;
	}

	private Optional<Solution> solution(Path variant, YamlFile file) {
		SolutionEntry entry = file.as(SolutionEntry.class);
		Language language = Language.find(entry.language()).orElseThrow();
		HandlerLocation location = this.exercise.handlers().get(language);
		if (location == null) {
			this.problems.add(file.file(), file.line(List.of("language")),
					"The exercise does not exist in " + language.title() + ".", "Add that language to its handlers.");
			return Optional.empty();
		}
		SourceFiles sources = this.files.sources(variant, SOLUTION);
		String needed = (this.exercise.kind() == ExerciseKind.TEMPLATE) ? Exercise.TEMPLATE : location.file();
		if (!sources.contents().containsKey(needed)) {
			this.problems.add(file.file(), 1, "The solution has no " + needed + ".", "Add the file beside this one.");
		}
		return Optional.of(new Solution(name(variant), language, entry.explanation(), sources));
	}

	List<Mistake> mistakes(List<Solution> solutions) {
		List<Mistake> mistakes = new ArrayList<>();
		for (Path variant : this.files.folders(this.folder.resolve("mistakes"))) {
			this.yaml.read(variant.resolve(MISTAKE), "mistake")
				.flatMap((file) -> mistake(variant, file, solutions))
				.ifPresent(mistakes::add);
		}
		return mistakes;
	}

	private Optional<Mistake> mistake(Path variant, YamlFile file, List<Solution> solutions) {
		MistakeEntry entry = file.as(MistakeEntry.class);
		checkIds(file, entry);
		checkPattern(file, entry);
		Optional<Solution> base = solutions.stream().filter((one) -> one.name().equals(entry.base())).findFirst();
		if (base.isEmpty()) {
			String known = solutions.stream().map(Solution::name).collect(Collectors.joining(", "));
			this.problems.add(file.file(), file.line(List.of("base")),
					"There is no solution '" + entry.base() + "' to lay this mistake over.",
					"These exist: " + known + ".");
		}
		return base.map((solution) -> mistake(variant, file, entry, solution));
	}

	private Mistake mistake(Path variant, YamlFile file, MistakeEntry entry, Solution base) {
		SourceFiles overlay = this.files.sources(variant, MISTAKE);
		boolean changes = overlay.contents()
			.entrySet()
			.stream()
			.anyMatch((one) -> !Arrays.equals(one.getValue(), base.files().contents().get(one.getKey())));
		if (!changes) {
			this.problems.add(file.file(), 1, "The mistake changes no file of its base '" + base.name() + "'.",
					"Put the changed file beside this one.");
		}
		return new Mistake(name(variant), base.name(), base.language(), entry.fails(), entry.message(), entry.teaches(),
				base.files().with(overlay));
	}

	private void checkIds(YamlFile file, MistakeEntry entry) {
		Set<String> unknown = new TreeSet<>(entry.fails());
		this.exercise.checks().forEach((check) -> unknown.remove(check.id()));
		if (!unknown.isEmpty()) {
			this.problems.add(file.file(), file.line(List.of("fails")),
					"The exercise has no check " + String.join(", ", unknown) + ".", "Name checks of exercise.yaml.");
		}
	}

	private void checkPattern(YamlFile file, MistakeEntry entry) {
		try {
			Pattern.compile(entry.message());
		}
		catch (PatternSyntaxException ex) {
			this.problems.add(file.file(), file.line(List.of("message")),
					"The message is not a regular expression: " + ex.getDescription() + ".",
					"Escape what is meant literally.");
		}
	}

	private static String name(Path variant) {
		return Objects.requireNonNull(variant.getFileName()).toString();
	}

	private record SolutionEntry(String language, String explanation) {
	}

	private record MistakeEntry(String base, Set<String> fails, String message, String teaches) {
	}

}
