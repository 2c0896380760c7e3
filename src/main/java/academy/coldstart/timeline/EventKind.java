package academy.coldstart.timeline;

/**
 * What a mark of the figure stands for. Later kinds are worse: a fold of several looks as
 * its worst.
 */
public enum EventKind {

	/** The function's environment ended in good order. */
	ENDED("ended", "Environment ended"),

	/** The Init phase. */
	INIT("init", "Init phase"),

	/** An invocation that succeeded. */
	INVOKE("invoke", "Invocation"),

	/** An AWS call that succeeded. */
	CALL("call", "AWS call"),

	/** A later attempt of a call or of an event. */
	RETRY("retry", "Retry"),

	/** A call of the Lambda service itself, such as the poll of a queue. */
	DELIVERY("delivery", "By the Lambda service"),

	/** The Lambda service handed over an event that it gave up. */
	DEAD_LETTER("dead-letter", "Dead letter"),

	/** What the grader did. */
	ACTION("action", "What we did"),

	/** The grader killed an environment, or the invocation in it. */
	KILLED("killed", "Killed by the check"),

	/** A call that was told to slow down. */
	THROTTLE("throttle", "Throttled"),

	/** A call that the service or the role refused. */
	CALL_FAILED("call-failed", "Refused call"),

	/** A call that got no answer. */
	NO_ANSWER("no-answer", "No answer"),

	/** An invocation, an Init phase or an environment that failed. */
	FAILED("failed", "Failed"),

	/** An invocation that was still running when its time was over. */
	TIMED_OUT("timed-out", "Timed out");

	private final String id;

	private final String title;

	EventKind(String id, String title) {
		this.id = id;
		this.title = title;
	}

	/**
	 * Return the class that elements of this kind have.
	 * @return such as {@code dead-letter}
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Return what the legend says.
	 * @return a word or two
	 */
	public String title() {
		return this.title;
	}

	boolean isBad() {
		return compareTo(KILLED) >= 0;
	}

}
