package academy.coldstart.graders.wherefailuresgo;

import academy.coldstart.grader.Run;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/**
 * Whom the action of an alarm reaches.
 *
 * @param run the run
 * @param action the ARN of the action
 */
record Listener(Run run, String action) {

	/**
	 * Tell whether somebody is there: a topic with a subscription, a function, or a
	 * service such as Systems Manager.
	 * @return whether the action reaches anything
	 */
	boolean exists() {
		if (this.action.contains(":sns:")) {
			return !new Routes(this.run).next(this.action).isEmpty();
		}
		return !this.action.contains(":lambda:") || isFunction();
	}

	private boolean isFunction() {
		try {
			this.run.aws().lambda().getFunctionConfiguration((request) -> request.functionName(this.action));
			return true;
		}
		catch (ResourceNotFoundException ex) {
			return false;
		}
	}

}
