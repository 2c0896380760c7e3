package academy.coldstart.course;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells the problems of the course as the reason why the application did not start.
 */
class CourseProblemsFailureAnalyzer extends AbstractFailureAnalyzer<CourseProblems> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, CourseProblems cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Put the files right, or point coldstart.home at the folder that holds course.yaml.", cause);
	}

}
