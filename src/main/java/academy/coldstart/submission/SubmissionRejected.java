package academy.coldstart.submission;

/**
 * The files of a submission cannot be accepted. The message says what, where and what to
 * do, for the learner.
 */
public class SubmissionRejected extends RuntimeException {

	private final String rule;

	/**
	 * Create the exception.
	 * @param rule the short name of the broken rule, such as {@code file-too-large}
	 * @param message a sentence for the learner
	 */
	public SubmissionRejected(String rule, String message) {
		super(message);
		this.rule = rule;
	}

	public String rule() {
		return this.rule;
	}

}
