package academy.coldstart.grader;

/**
 * An SNS topic of the deployed stack.
 */
public final class Topic {

	private final Run run;

	private final String arn;

	Topic(Run run, String arn) {
		this.run = run;
		this.arn = arn;
	}

	public String arn() {
		return this.arn;
	}

	/**
	 * Publish a message.
	 * @param message a JSON text, or an object to be written as JSON
	 * @param text what is done, for the timeline
	 * @return the message id
	 */
	public String publish(Object message, String text) {
		return this.run
			.act(text,
					() -> this.run.aws()
						.sns()
						.publish((request) -> request.topicArn(this.arn).message(Json.write(message))))
			.messageId();
	}

}
