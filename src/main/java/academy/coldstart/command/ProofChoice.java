package academy.coldstart.command;

import java.util.List;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import org.jspecify.annotations.Nullable;

/**
 * Which proofs of an exercise somebody wants to see.
 *
 * @param language the language id from the command line, or null for all
 * @param programs names of programs such as {@code conditional-put}; none for all
 */
record ProofChoice(@Nullable String language, List<String> programs) {

	ProofChoice {
		programs = List.copyOf(programs);
	}

	List<Proof> of(Course course, Exercise exercise) {
		List<Proof> proofs = inLanguage(exercise, Proof.of(course, exercise));
		this.programs.forEach((program) -> requireKnown(program, exercise, proofs));
		return proofs.stream()
			.filter((proof) -> this.programs.isEmpty() || this.programs.stream().anyMatch(proof::isNamed))
			.toList();
	}

	private List<Proof> inLanguage(Exercise exercise, List<Proof> proofs) {
		if (this.language == null) {
			return proofs;
		}
		Language chosen = Choice.named(exercise, this.language);
		return proofs.stream().filter((proof) -> proof.language() == chosen).toList();
	}

	private static void requireKnown(String program, Exercise exercise, List<Proof> proofs) {
		if (proofs.stream().noneMatch((proof) -> proof.isNamed(program))) {
			throw new BadInput("The exercise " + exercise.slug() + " has no program named " + program + "."
					+ Suggestions.sentence(program, proofs.stream().map(Proof::program).toList()));
		}
	}

}
