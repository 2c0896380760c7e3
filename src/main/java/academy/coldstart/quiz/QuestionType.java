package academy.coldstart.quiz;

/**
 * The kinds of questions, each with what it asks for.
 */
public enum QuestionType {

	/** Exactly one option is right. */
	SINGLE("Choose one answer."),

	/** Any number of options is right. */
	MULTIPLE("Choose all that are right."),

	/** The answer is a number, within a tolerance. */
	NUMBER("Give a number."),

	/** Steps have to be put into their order. */
	ORDER("Put them into order with the buttons."),

	/** The flawed line of a listing has to be found. */
	SPOT("Choose the line."),

	/** The outcome of a simulator or of a recorded run has to be told beforehand. */
	PREDICT("Predict it, then look.");

	private final String how;

	QuestionType(String how) {
		this.how = how;
	}

	String how() {
		return this.how;
	}

}
