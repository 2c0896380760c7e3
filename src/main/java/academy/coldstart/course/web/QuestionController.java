package academy.coldstart.course.web;

import java.util.List;

import academy.coldstart.course.Course;
import academy.coldstart.course.Lesson;
import academy.coldstart.course.Slug;
import academy.coldstart.quiz.Answer;
import academy.coldstart.quiz.Question;
import academy.coldstart.ui.Breadcrumb;
import academy.coldstart.ui.PageNotFound;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Says what an answer to a question of a lesson is worth. The answer is in the address
 * and nothing is kept.
 */
@Controller
class QuestionController {

	private final Course course;

	QuestionController(Course course) {
		this.course = course;
	}

	@GetMapping("/lessons/{slug}/questions/{question}")
	String question(@PathVariable String slug, @PathVariable String question,
			@RequestParam MultiValueMap<String, String> form, Model model) {
		Lesson lesson = find(slug);
		String address = "/lessons/" + lesson.slug();
		Question asked = lesson.page()
			.question(question)
			.orElseThrow(() -> new PageNotFound("This lesson has no question with this number."));
		model.addAttribute("page",
				new QuestionPage(lesson.title(), address + "#" + asked.id(), asked.html(address, Answer.of(form))));
		model.addAttribute("crumbs",
				List.of(Breadcrumb.COURSE, new Breadcrumb(lesson.title(), address), Breadcrumb.here("Question")));
		return "course/question";
	}

	private Lesson find(String slug) {
		return Slug.find(slug)
			.flatMap(this.course::lesson)
			.orElseThrow(() -> new PageNotFound("There is no lesson with this name."));
	}

	/**
	 * What the page of a question shows.
	 *
	 * @param lesson the title of its lesson
	 * @param href where it stands in the lesson
	 * @param html the question with the reply
	 */
	record QuestionPage(String lesson, String href, String html) {
	}

}
