package academy.coldstart.course.web;

import java.util.List;

import academy.coldstart.course.Course;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.course.Reviews;
import academy.coldstart.ui.Breadcrumb;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Shows the course map.
 */
@Controller
class HomeController {

	private final Course course;

	private final LearnerProgress progress;

	private final Reviews reviews;

	HomeController(Course course, LearnerProgress progress, Reviews reviews) {
		this.course = course;
		this.progress = progress;
		this.reviews = reviews;
	}

	@GetMapping("/")
	String home(Model model) {
		model.addAttribute("page",
				HomePage.of(this.course.map(), this.progress, ReviewBlock.of(this.course, this.reviews)));
		model.addAttribute("crumbs", List.<Breadcrumb>of());
		return "course/home";
	}

}
