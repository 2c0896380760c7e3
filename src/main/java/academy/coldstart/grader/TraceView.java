package academy.coldstart.grader;

import academy.coldstart.trace.Trace;

/**
 * What was recorded up to the moment it was asked for. It does not change later: ask
 * {@link Run#trace()} again to see more.
 *
 * @param trace the records
 */
public record TraceView(Trace trace) {

	/**
	 * Return the AWS calls and the requests to companions.
	 * @return all calls
	 */
	public Calls calls() {
		return Calls.of(this.trace.calls());
	}

	public Timeline timeline() {
		return new Timeline(this.trace.environments(), this.trace.invocations());
	}

	public Logs logs() {
		return new Logs(this.trace.logs());
	}

}
