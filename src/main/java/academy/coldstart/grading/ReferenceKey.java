package academy.coldstart.grading;

import java.util.Optional;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.Solution;
import academy.coldstart.submission.SubmissionHash;

/**
 * What a run of a reference solution depends on: equal keys give equal runs.
 *
 * @param exercise the exercise
 * @param version its version
 * @param language the language
 * @param solution the hash of the solution's files
 * @param seed the seed
 */
public record ReferenceKey(Slug exercise, int version, Language language, String solution, long seed) {

	/**
	 * Return the key of a run with the reference of today.
	 * @param course the course
	 * @param exercise the exercise
	 * @param language the language
	 * @param seed the seed
	 * @return the key, or empty when there is no solution in that language
	 */
	public static Optional<ReferenceKey> of(Course course, Exercise exercise, Language language, long seed) {
		return reference(course, exercise, language)
			.map((solution) -> new ReferenceKey(exercise.slug(), exercise.version(), language, hash(solution), seed));
	}

	/**
	 * Return the solution that this run is made with, if it is still the reference.
	 * @param course the course
	 * @param exercise the exercise as it is now
	 * @return the solution, or empty when exercise or solution have changed
	 */
	public Optional<Solution> solution(Course course, Exercise exercise) {
		return reference(course, exercise, this.language)
			.filter((solution) -> exercise.version() == this.version && hash(solution).equals(this.solution));
	}

	// The first one, which is the first on the page of solutions as well.
	private static Optional<Solution> reference(Course course, Exercise exercise, Language language) {
		return course.solutions(exercise).stream().filter((solution) -> solution.language() == language).findFirst();
	}

	private static String hash(Solution solution) {
		return SubmissionHash.of(solution.files());
	}

}
