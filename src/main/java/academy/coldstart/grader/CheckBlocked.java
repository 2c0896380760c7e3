package academy.coldstart.grader;

import org.jspecify.annotations.Nullable;

/**
 * A check cannot run because an earlier step failed through the learner's files.
 */
public final class CheckBlocked extends RuntimeException {

	private final String step;

	private final @Nullable HandlerProblem problem;

	/**
	 * Create the exception.
	 * @param step the step that failed, such as {@code deploy} or {@code C1}
	 * @param message what is in the way, as a sentence
	 */
	public CheckBlocked(String step, String message) {
		super(message);
		this.step = step;
		this.problem = null;
	}

	CheckBlocked(HandlerProblem problem) {
		super(problem.message());
		this.step = "run";
		this.problem = problem;
	}

	/**
	 * Return the step that is in the way.
	 * @return the name of the step
	 */
	public String step() {
		return this.step;
	}

	/**
	 * Return why the function cannot be started, when it is that.
	 * @return the problem or null
	 */
	public @Nullable HandlerProblem problem() {
		return this.problem;
	}

}
