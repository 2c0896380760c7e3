package academy.coldstart.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import academy.coldstart.course.CheckDefinition;
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
		List<String> reviewed = exercise.reviewChecks().stream().map(CheckDefinition::id).toList();
		languages.forEach((language) -> proofs.add(new Proof("starter " + language.id(), language,
				course.starter(exercise, language), new Expectation.Unfinished(reviewed))));
		languages.forEach((language) -> addWorthless(course, exercise, language, proofs));
		course.solutions(exercise)
			.forEach((solution) -> proofs.add(new Proof("solution " + solution.name(), solution.language(),
					solution.files(), new Expectation.Perfect())));
		course.mistakes(exercise)
			.forEach((mistake) -> proofs.add(new Proof("mistake " + mistake.name(), mistake.language(), mistake.files(),
					new Expectation.Mistaken(mistake.fails(), Pattern.compile(mistake.message())))));
		return proofs;
	}

	/**
	 * Return the name without what kind of program it is.
	 * @return such as {@code charge-before-claim}, or {@code python} for a starter
	 */
	String program() {
		return this.name.substring(this.name.indexOf(' ') + 1);
	}

	boolean isNamed(String wanted) {
		return wanted.equals(program()) || wanted.equals(this.name);
	}

	private static void addWorthless(Course course, Exercise exercise, Language language, List<Proof> proofs) {
		if (exercise.kind() != ExerciseKind.HANDLER && exercise.kind() != ExerciseKind.BOTH) {
			return;
		}
		String file = Objects.requireNonNull(exercise.handlers().get(language)).file();
		String entry = Objects.requireNonNull(exercise.handlers().get(language)).entry();
		SourceFiles starter = course.starter(exercise, language);
		proofs.add(new Proof("generic does-nothing " + language.id(), language,
				starter.with(WorthlessHandler.idle(file, entry, language)), new Expectation.Worthless()));
		proofs.add(new Proof("generic always-fails " + language.id(), language,
				starter.with(WorthlessHandler.failing(file, entry, language)), new Expectation.Worthless()));
	}

}
