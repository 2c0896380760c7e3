package academy.coldstart.course;

import java.util.List;
import java.util.Optional;

import academy.coldstart.quiz.Question;
import academy.coldstart.rendering.Page;

/**
 * A lesson, ready to be read.
 *
 * @param slug its name
 * @param id its id in the course plan, such as {@code L2.2}
 * @param title its title
 * @param summary one sentence on its core idea
 * @param minutes how long reading it takes, computed from its words
 * @param page the rendered text with its headings
 * @param exercises the exercises that belong to it
 * @param review questions that a review asks instead, parallel to those of the text; may
 * be empty
 */
public record Lesson(Slug slug, String id, String title, String summary, int minutes, Page page, List<Slug> exercises,
		List<Question> review) {

	public Lesson {
		exercises = List.copyOf(exercises);
		review = List.copyOf(review);
	}

	/**
	 * Find a question of a review.
	 * @param id its anchor, such as {@code question-2}
	 * @return the question, or empty when there is none
	 */
	public Optional<Question> reviewQuestion(String id) {
		return this.review.stream().filter((question) -> question.id().equals(id)).findFirst();
	}

}
