package academy.coldstart.timeline;

/**
 * A row of the timeline.
 *
 * @param anchor its id in the page
 * @param atMs when it began
 * @param at when it began, for people
 * @param took how long it took
 * @param kind {@code call}, {@code environment}, {@code invocation} or {@code grader}
 * @param environment the execution environment, or a dash
 * @param what what happened
 * @param resource what it touched
 * @param status how it ended
 * @param error the error code, or nothing
 * @param bad whether it went wrong
 * @param invocation the id of the row of the invocation that it belongs to, or nothing
 * @param evidence whether a check points at it
 */
public record TimelineRow(String anchor, double atMs, String at, String took, String kind, String environment,
		String what, String resource, String status, String error, boolean bad, String invocation, boolean evidence) {

	/**
	 * Return this row with other ids, for a page that has the rows of several runs.
	 * @param prefix what its ids begin with
	 * @return the row
	 */
	public TimelineRow within(String prefix) {
		return new TimelineRow(prefix + this.anchor, this.atMs, this.at, this.took, this.kind, this.environment,
				this.what, this.resource, this.status, this.error, this.bad,
				this.invocation.isEmpty() ? "" : prefix + this.invocation, this.evidence);
	}

	/**
	 * Return this row as one that a check points at.
	 * @return the row
	 */
	public TimelineRow asEvidence() {
		return new TimelineRow(this.anchor, this.atMs, this.at, this.took, this.kind, this.environment, this.what,
				this.resource, this.status, this.error, this.bad, this.invocation, true);
	}

}
