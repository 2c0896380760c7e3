package academy.coldstart.grading;

/**
 * Grades files against an exercise: packages, deploys, runs the checks, writes the
 * report.
 */
public interface Grading {

	/**
	 * Grade now, in the calling thread, and always answer with a report: problems of the
	 * learner's files and faults of the platform are told in it.
	 * @param task what to grade
	 * @param progress hears how it goes
	 * @return the finished run
	 */
	GradedRun grade(GradingTask task, GradingProgress progress);

}
