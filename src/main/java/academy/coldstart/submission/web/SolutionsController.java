package academy.coldstart.submission.web;

import java.util.List;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.ui.Breadcrumb;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Shows the solutions of an exercise beside what the learner wrote.
 */
@Controller
class SolutionsController {

	private final Exercises exercises;

	private final SolutionsPages pages;

	SolutionsController(Exercises exercises, SolutionsPages pages) {
		this.exercises = exercises;
		this.pages = pages;
	}

	@GetMapping("/exercises/{slug}/solutions")
	String solutions(@PathVariable String slug, @RequestParam(defaultValue = "") String language,
			@RequestParam(defaultValue = "false") boolean reveal, Model model) {
		Exercise exercise = this.exercises.find(slug);
		Language chosen = language.isEmpty() ? Exercises.first(exercise) : Exercises.language(exercise, language);
		SolutionsPage page = this.pages.page(exercise, chosen, reveal);
		model.addAttribute("page", page);
		model.addAttribute("crumbs", List.of(Breadcrumb.COURSE, new Breadcrumb(exercise.title(), page.exerciseHref()),
				Breadcrumb.here("Solutions")));
		return "submission/solutions";
	}

}
