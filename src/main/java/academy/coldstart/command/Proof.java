package academy.coldstart.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.ExerciseKind;
import academy.coldstart.course.Language;
import academy.coldstart.course.SourceFiles;

/**
 * A program whose worth is known, with what its grader has to say about it.
 *
 * @param name what it is, such as {@code mistake charge-before-claim}
 * @param language its language
 * @param files its files
 * @param expectation what the grader has to say
 */
record Proof(String name, Language language, SourceFiles files, Expectation expectation) {

	/**
	 * Collect everything that is known about an exercise, and for each language two
	 * programs that do nothing of value.
	 * @param course the course
	 * @param exercise the exercise
	 * @return the proofs, the starters first
	 */
	static List<Proof> of(Course course, Exercise exercise) {
		List<Proof> proofs = new ArrayList<>();
		List<Language> languages = exercise.languages().stream().sorted().toList();
		languages.forEach((language) -> proofs.add(new Proof("starter " + language.id(), language,
				course.starter(exercise, language), new Expectation.Unfinished())));
		languages.forEach((language) -> addWorthless(course, exercise, language, proofs));
		course.solutions(exercise)
			.forEach((solution) -> proofs.add(new Proof("solution " + solution.name(), solution.language(),
					solution.files(), new Expectation.Perfect())));
		course.mistakes(exercise)
			.forEach((mistake) -> proofs.add(new Proof("mistake " + mistake.name(), mistake.language(), mistake.files(),
					new Expectation.Mistaken(mistake.fails(), Pattern.compile(mistake.message())))));
		return proofs;
	}

	private static void addWorthless(Course course, Exercise exercise, Language language, List<Proof> proofs) {
		if (exercise.kind() != ExerciseKind.HANDLER && exercise.kind() != ExerciseKind.BOTH) {
			return;
		}
		String file = Objects.requireNonNull(exercise.handlers().get(language)).file();
		String entry = Objects.requireNonNull(exercise.handlers().get(language)).entry();
		SourceFiles starter = course.starter(exercise, language);
		Worthless.idle(file, entry, language)
			.ifPresent((files) -> proofs.add(new Proof("generic does-nothing " + language.id(), language,
					starter.with(files), new Expectation.Worthless())));
		Worthless.failing(file, entry, language)
			.ifPresent((files) -> proofs.add(new Proof("generic always-fails " + language.id(), language,
					starter.with(files), new Expectation.Worthless())));
	}

	/**
	 * Handlers that are of no use in any exercise.
	 */
	static final class Worthless {

		private Worthless() {
		}

		static Optional<SourceFiles> idle(String file, String entry, Language language) {
			return handler(file, entry, language, "return {\"statusCode\": 200, \"ok\": True}",
					"return { statusCode: 200, ok: true };");
		}

		static Optional<SourceFiles> failing(String file, String entry, Language language) {
			return handler(file, entry, language, "raise RuntimeError('no')", "throw new Error('no');");
		}

		private static Optional<SourceFiles> handler(String file, String entry, Language language, String python,
				String node) {
			String function = entry.substring(entry.lastIndexOf('.') + 1);
			String text = switch (language) {
				case PYTHON -> "def " + function + "(event, context):\n    " + python + "\n";
				case NODE -> (file.endsWith(".mjs") ? "export const " : "exports.") + function + " = async () => { "
						+ node + " };\n";
				case JAVA -> "";
			};
			return text.isEmpty() ? Optional.empty()
					: Optional.of(SourceFiles.of(Map.of(file, text.getBytes(StandardCharsets.UTF_8))));
		}

	}

}
