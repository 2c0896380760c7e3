package academy.coldstart.graders.badtemplate;

import academy.coldstart.grader.Check;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Run;

/**
 * Looks at what became of a template: it has to make a queue.
 */
class BadTemplateGrader {

	@Check("C1")
	void hasAQueue(Run run) {
		if (run.stack().ofType("AWS::SQS::Queue").isEmpty()) {
			throw LearnerFailure.because("The stack has no queue.");
		}
	}

}
