package academy.coldstart.search;

import java.util.ArrayList;
import java.util.List;

import academy.coldstart.course.Course;
import academy.coldstart.course.CourseMap;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Lesson;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Divides the pages of a course into passages.
 */
final class Passages {

	/** Sources of facts are found by the facts, and captions are not what is meant. */
	private static final String LEFT_OUT = ".facts, sup, svg, .reply, input, button, .question-title, .question-how, "
			+ "figcaption, .snippets summary";

	private final List<Passage> passages = new ArrayList<>();

	private Passages() {
	}

	static List<Passage> of(Course course) {
		Passages passages = new Passages();
		course.map()
			.modules()
			.stream()
			.flatMap((module) -> module.entries().stream())
			.map(CourseMap.Entry::lesson)
			.forEach(passages::add);
		course.exercises().forEach((exercise) -> passages.add(exercise, course));
		return passages.passages;
	}

	private void add(Lesson lesson) {
		add(new Passage("Lesson", lesson.title(), "", "/lessons/" + lesson.slug(), lesson.summary()),
				lesson.page().html());
	}

	private void add(Exercise exercise, Course course) {
		add(new Passage("Exercise", exercise.title(), "", "/exercises/" + exercise.slug(), ""),
				course.instructions(exercise).html());
	}

	private void add(Passage page, String html) {
		Element body = Jsoup.parseBodyFragment(html).body();
		body.select(LEFT_OUT).remove();
		Passage passage = page;
		StringBuilder text = new StringBuilder(page.text());
		for (Element element : body.children()) {
			if (element.tagName().matches("h[2-6]") && !element.id().isEmpty()) {
				end(passage, text);
				passage = new Passage(page.kind(), page.title(), element.text(), page.address() + "#" + element.id(),
						"");
			}
			else {
				text.append(' ').append(element.text());
			}
		}
		end(passage, text);
	}

	private void end(Passage passage, StringBuilder text) {
		this.passages.add(new Passage(passage.kind(), passage.title(), passage.heading(), passage.address(),
				text.toString().strip()));
		text.setLength(0);
	}

}
