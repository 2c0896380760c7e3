package academy.coldstart.course.web;

import java.util.List;

import academy.coldstart.course.Course;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.course.Lesson;
import academy.coldstart.course.Slug;
import academy.coldstart.ui.Breadcrumb;
import academy.coldstart.ui.PageNotFound;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Shows a lesson.
 */
@Controller
class LessonController {

	private final Course course;

	private final LearnerProgress progress;

	LessonController(Course course, LearnerProgress progress) {
		this.course = course;
		this.progress = progress;
	}

	@GetMapping("/lessons/{slug}")
	String lesson(@PathVariable String slug, Model model) {
		LessonPage page = LessonPage.of(find(slug), this.course, this.progress);
		model.addAttribute("page", page);
		model.addAttribute("crumbs", List.of(Breadcrumb.COURSE, Breadcrumb.here(page.title())));
		return "course/lesson";
	}

	private Lesson find(String slug) {
		Slug name = Slug.find(slug).orElseThrow(() -> new PageNotFound("There is no lesson with this name."));
		return this.course.lesson(name).orElseThrow(() -> new PageNotFound("There is no lesson named " + name + "."));
	}

}
