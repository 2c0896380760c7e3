package academy.coldstart.grading.pipeline;

import academy.coldstart.grading.GradeReport.Problem;

/**
 * The learner's files cannot be graded as they are.
 */
class Rejected extends RuntimeException {

	private final Problem problem;

	Rejected(Problem problem) {
		super(problem.message());
		this.problem = problem;
	}

	Problem problem() {
		return this.problem;
	}

}
