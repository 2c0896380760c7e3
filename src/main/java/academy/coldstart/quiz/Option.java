package academy.coldstart.quiz;

/**
 * Something to choose.
 *
 * @param text what it says, as HTML without paragraphs
 * @param right whether it is right
 * @param why why it is right or wrong, as HTML
 */
public record Option(String text, boolean right, String why) {

	Reply.Note note(boolean asked) {
		return new Reply.Note(this.text, this.right, this.why, asked);
	}

}
