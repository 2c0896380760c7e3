package academy.coldstart.grading;

import java.util.List;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.SourceFiles;

/**
 * What to grade.
 *
 * @param exercise the exercise
 * @param language the language
 * @param files the learner's files
 * @param seeds one run is made for each seed
 */
public record GradingTask(Exercise exercise, Language language, SourceFiles files, List<Long> seeds) {

	public GradingTask {
		seeds = List.copyOf(seeds);
	}

}
