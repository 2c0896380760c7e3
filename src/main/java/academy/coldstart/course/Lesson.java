package academy.coldstart.course;

import java.util.List;

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
 */
public record Lesson(Slug slug, String id, String title, String summary, int minutes, Page page, List<Slug> exercises) {

	public Lesson {
		exercises = List.copyOf(exercises);
	}

}
