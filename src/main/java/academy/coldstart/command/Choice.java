package academy.coldstart.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import org.jspecify.annotations.Nullable;

/**
 * Finds the exercise and the language that the command line names.
 */
final class Choice {

	private Choice() {
	}

	static Exercise exercise(Course course, String name) {
		Optional<Exercise> exercise = Slug.find(name).flatMap(course::exercise);
		return exercise.orElseThrow(() -> {
			String meant = course.exercises()
				.stream()
				.filter((candidate) -> candidate.id().equalsIgnoreCase(name))
				.findFirst()
				.map((candidate) -> " Did you mean " + candidate.slug() + "?")
				.orElseGet(() -> Suggestions.sentence(name,
						course.exercises().stream().map((candidate) -> candidate.slug().value()).toList()));
			return new BadInput("There is no exercise named " + name + "." + meant);
		});
	}

	/**
	 * Choose the language: the one that was named, or the one whose handler file is
	 * there.
	 * @param exercise the exercise
	 * @param named the language id from the command line, or null
	 * @param folder the folder or the archive to grade
	 * @param found finds the languages whose handler file is there
	 * @return the language
	 */
	static Language language(Exercise exercise, @Nullable String named, Path folder, Supplier<List<Language>> found) {
		if (named != null) {
			return named(exercise, named);
		}
		List<Language> languages = languages(exercise);
		if (languages.size() == 1) {
			return languages.get(0);
		}
		List<Language> recognized = found.get();
		if (recognized.size() != 1) {
			throw new BadInput("The language of " + folder + " is not clear. Name it with --language: "
					+ String.join(", ", ids(exercise)) + ".");
		}
		return recognized.get(0);
	}

	/**
	 * Find a language of an exercise.
	 * @param exercise the exercise
	 * @param named the language id from the command line
	 * @return the language
	 */
	static Language named(Exercise exercise, String named) {
		return Language.find(named)
			.filter(exercise.languages()::contains)
			.orElseThrow(() -> new BadInput("The exercise " + exercise.slug() + " has no language " + named + "."
					+ Suggestions.sentence(named, ids(exercise))));
	}

	private static List<Language> languages(Exercise exercise) {
		return exercise.languages().stream().sorted().toList();
	}

	private static List<String> ids(Exercise exercise) {
		return languages(exercise).stream().map(Language::id).toList();
	}

}
