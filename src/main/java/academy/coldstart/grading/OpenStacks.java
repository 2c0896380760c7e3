package academy.coldstart.grading;

import academy.coldstart.grading.GradeReport.Problem;

/**
 * Deploys files as a grading does, into an account as the grader prepares it, and keeps
 * that open: nothing is checked there, and no fault is injected.
 */
public interface OpenStacks {

	/**
	 * Deploy files into an account of their own.
	 * @param task the files and their exercise; the first seed says what the account is
	 * like
	 * @return the open stack, or why there is none
	 */
	Opening open(GradingTask task);

	/**
	 * What came of deploying, or of deploying anew.
	 */
	sealed interface Opening {

	}

	/**
	 * Everything is deployed.
	 *
	 * @param stack the stack, to be closed by the caller
	 */
	record Opened(OpenStack stack) implements Opening {
	}

	/**
	 * The files cannot be deployed as they are.
	 *
	 * @param problem what is wrong with them, in the words of a grading
	 */
	record Refused(Problem problem) implements Opening {
	}

	/**
	 * The platform failed.
	 *
	 * @param fault the fault
	 */
	record Faulted(Problem fault) implements Opening {
	}

}
