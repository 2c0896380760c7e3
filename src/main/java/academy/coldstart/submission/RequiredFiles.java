package academy.coldstart.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.ExerciseKind;
import academy.coldstart.course.Language;
import academy.coldstart.course.SourceFiles;

/**
 * The files that an exercise can't be graded without.
 *
 * @param exercise the exercise's name
 * @param paths their paths
 */
record RequiredFiles(String exercise, List<String> paths) {

	private static final int NAMES_SHOWN = 8;

	static RequiredFiles of(Exercise exercise, Language language) {
		List<String> paths = new ArrayList<>();
		if (exercise.kind() != ExerciseKind.TEMPLATE) {
			paths.add(Objects.requireNonNull(exercise.handlers().get(language)).file());
		}
		if (exercise.kind() == ExerciseKind.TEMPLATE || exercise.kind() == ExerciseKind.BOTH) {
			paths.add(Exercise.TEMPLATE);
		}
		return new RequiredFiles(exercise.slug().value(), List.copyOf(paths));
	}

	boolean isAnyIn(List<Item> files) {
		return files.stream().anyMatch((file) -> this.paths.contains(file.path()));
	}

	void check(SourceFiles files) {
		this.paths.stream().filter((path) -> !files.contents().containsKey(path)).findFirst().ifPresent((missing) -> {
			throw new SubmissionRejected(missing.equals(Exercise.TEMPLATE) ? "template-missing" : "handler-missing",
					message(missing, files));
		});
	}

	private String message(String missing, SourceFiles files) {
		String found = files.contents()
			.keySet()
			.stream()
			.limit(NAMES_SHOWN)
			.map(FilePath::show)
			.collect(Collectors.joining(", "));
		int more = files.contents().size() - NAMES_SHOWN;
		return "The exercise " + this.exercise + " needs the file " + missing + ", which is missing. Found: " + found
				+ ((more > 0) ? " and " + more + " more" : "") + ". "
				+ similar(missing, files).map((path) -> "Should " + FilePath.show(path) + " be " + missing + "?")
					.orElse("Add it, or rename the file that holds the "
							+ (missing.equals(Exercise.TEMPLATE) ? "template." : "handler."));
	}

	private static Optional<String> similar(String missing, SourceFiles files) {
		String name = FilePath.twinKey(missing.substring(missing.lastIndexOf('/') + 1));
		return files.contents()
			.keySet()
			.stream()
			.filter((path) -> FilePath.twinKey(path.substring(path.lastIndexOf('/') + 1)).equals(name))
			.findFirst();
	}

}
