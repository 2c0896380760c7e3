package academy.coldstart.grader;

/**
 * Control over the execution environments of a run.
 */
public interface EnvironmentControl {

	/**
	 * Replace every idle environment of a function before its next invocation.
	 * @param function the function name
	 */
	void renew(String function);

	/**
	 * Kill an environment at once, as a crash would.
	 * @param environment the id of the environment within its trace
	 */
	void kill(String environment);

}
