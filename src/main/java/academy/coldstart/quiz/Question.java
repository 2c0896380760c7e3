package academy.coldstart.quiz;

import java.util.Map;
import java.util.Optional;

/**
 * A question inside a text. All texts are safe HTML.
 *
 * @param id its anchor in the page, such as {@code question-3}
 * @param type its kind
 * @param prompt what is asked
 * @param task how it is answered, and what answers are worth
 * @param look where the answer can be seen
 */
public record Question(String id, QuestionType type, String prompt, Task task, Optional<Look> look) {

	/**
	 * Write the question, and what follows from an answer to it.
	 * @param page the address of the page that it stands in, such as
	 * {@code /lessons/idempotency}
	 * @param answer the answer, {@link Answer#NONE} when nobody answered
	 * @return safe HTML
	 */
	public String html(String page, Answer answer) {
		return new QuestionWriter(this, QuestionForm.within(page, this)).write(answer);
	}

	/**
	 * Write the question as one whose first answer decides.
	 * @param address where the answer is sent by {@code POST}
	 * @param fields what is sent along with it, by name
	 * @param answer the answer, {@link Answer#NONE} when nobody answered
	 * @return safe HTML
	 */
	public String decidingHtml(String address, Map<String, String> fields, Answer answer) {
		return new QuestionWriter(this, QuestionForm.deciding(address, fields)).write(answer);
	}

	/**
	 * Say what an answer is worth.
	 * @param answer the answer
	 * @return the reply
	 */
	public Reply reply(Answer answer) {
		return this.task.reply(answer);
	}

	/**
	 * Where an answer can be seen, by those who have answered.
	 */
	public sealed interface Look {

		/**
		 * A page that shows it.
		 *
		 * @param title the text of the link
		 * @param address the address on this site
		 */
		record Link(String title, String address) implements Look {
		}

		/**
		 * A figure that shows it.
		 *
		 * @param html the figure, as safe HTML
		 */
		record Figure(String html) implements Look {
		}

	}

}
