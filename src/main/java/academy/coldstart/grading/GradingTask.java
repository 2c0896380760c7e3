package academy.coldstart.grading;

import java.util.List;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.SourceFiles;
import org.jspecify.annotations.Nullable;

/**
 * What to grade.
 *
 * @param exercise the exercise
 * @param language the language
 * @param files the learner's files
 * @param seeds one run is made for each seed
 * @param alone the id of the only check that runs, so that nothing else happens beside
 * it; null for all checks, without which there is no verdict
 */
public record GradingTask(Exercise exercise, Language language, SourceFiles files, List<Long> seeds,
		@Nullable String alone) {

	public GradingTask {
		seeds = List.copyOf(seeds);
	}

	/**
	 * Make a task of all checks.
	 * @param exercise the exercise
	 * @param language the language
	 * @param files the learner's files
	 * @param seeds one run is made for each seed
	 */
	public GradingTask(Exercise exercise, Language language, SourceFiles files, List<Long> seeds) {
		this(exercise, language, files, seeds, null);
	}

	/**
	 * Return this task for one check.
	 * @param check the id of the check
	 * @return the task; the other checks are reported as blocked
	 */
	public GradingTask alone(String check) {
		return new GradingTask(this.exercise, this.language, this.files, this.seeds, check);
	}

}
