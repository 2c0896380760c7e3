package academy.coldstart.course.web;

import java.util.List;

import academy.coldstart.course.Course;
import academy.coldstart.course.CourseMap;
import academy.coldstart.course.Lesson;
import academy.coldstart.ui.Breadcrumb;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Shows all lessons on one page, to be printed.
 */
@Controller
class PrintController {

	private final Course course;

	PrintController(Course course) {
		this.course = course;
	}

	@GetMapping("/course/print")
	String print(Model model) {
		List<PrintedLesson> lessons = this.course.map()
			.modules()
			.stream()
			.flatMap((module) -> module.entries().stream())
			.map(CourseMap.Entry::lesson)
			.map(PrintController::printed)
			.toList();
		model.addAttribute("title", this.course.map().title());
		model.addAttribute("lessons", lessons);
		model.addAttribute("crumbs", List.of(Breadcrumb.COURSE, Breadcrumb.here("Print view")));
		return "course/print";
	}

	private static PrintedLesson printed(Lesson lesson) {
		String slug = lesson.slug().value();
		return new PrintedLesson(slug, lesson.title(), lesson.summary(),
				UniqueAnchors.within(slug, lesson.page().html()));
	}

	/**
	 * A lesson among others on a page.
	 *
	 * @param slug its anchor
	 * @param title its title
	 * @param summary its core idea
	 * @param html its text
	 */
	record PrintedLesson(String slug, String title, String summary, String html) {
	}

}
