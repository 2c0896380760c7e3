package academy.coldstart.quiz;

import java.util.List;

/**
 * What is replied to an answer.
 *
 * @param standing what the answer is worth
 * @param sentence the reply in a sentence, as plain text; empty when there is none
 * @param notes the explanations of all options
 */
public record Reply(Standing standing, String sentence, List<Note> notes) {

	/** Nothing is replied. */
	static final Reply NONE = new Reply(Standing.OPEN, "", List.of());

	public Reply {
		notes = List.copyOf(notes);
	}

	static Reply open(String sentence) {
		return new Reply(Standing.OPEN, sentence, List.of());
	}

	/**
	 * What an answer is worth.
	 */
	public enum Standing {

		/** There is no answer yet, or none that can be judged. */
		OPEN,

		/** It is not right. */
		WRONG,

		/** It is right. */
		RIGHT

	}

	/**
	 * The explanation of an option.
	 *
	 * @param title the option, as HTML
	 * @param right whether it is right
	 * @param why why it is right or wrong, as HTML
	 * @param asked whether the answer asks for it: it is shown at once
	 */
	public record Note(String title, boolean right, String why, boolean asked) {
	}

}
