package academy.coldstart.rendering;

import java.util.List;
import java.util.Optional;

import academy.coldstart.quiz.Question;

/**
 * A rendered text.
 *
 * @param html safe HTML
 * @param headings the headings for a table of contents, in order
 * @param words how many words it has, code and explanations of answers left out
 * @param questions the questions it asks, in order
 */
public record Page(String html, List<Heading> headings, int words, List<Question> questions) {

	public Page {
		headings = List.copyOf(headings);
		questions = List.copyOf(questions);
	}

	/**
	 * Make a page that asks no questions.
	 * @param html safe HTML
	 * @param headings the headings for a table of contents, in order
	 * @param words how many words it has
	 */
	public Page(String html, List<Heading> headings, int words) {
		this(html, headings, words, List.of());
	}

	/**
	 * Find a question.
	 * @param id its anchor, such as {@code question-3}
	 * @return the question, or empty when the page does not ask it
	 */
	public Optional<Question> question(String id) {
		return this.questions.stream().filter((question) -> question.id().equals(id)).findFirst();
	}

	/**
	 * A heading of a page.
	 *
	 * @param level from 2
	 * @param id the anchor
	 * @param text the plain text
	 */
	public record Heading(int level, String id, String text) {
	}

}
