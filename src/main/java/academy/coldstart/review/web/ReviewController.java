package academy.coldstart.review.web;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Slug;
import academy.coldstart.review.ReviewDesk;
import academy.coldstart.ui.PageNotFound;
import academy.coldstart.ui.SeeOther;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Begins reviews and puts them off.
 */
@Controller
class ReviewController {

	private final Course course;

	private final ReviewDesk desk;

	ReviewController(Course course, ReviewDesk desk) {
		this.course = course;
		this.desk = desk;
	}

	@PostMapping("/exercises/{slug}/review")
	RedirectView begin(@PathVariable String slug) {
		Exercise exercise = exercise(slug);
		String page = "/exercises/" + exercise.slug();
		// Where nothing is due any more, such as after a click in an old tab, the page
		// says
		// so by its absence.
		return SeeOther
			.at(this.desk.begin(exercise).map((language) -> page + "?language=" + language.id()).orElse(page));
	}

	@PostMapping("/exercises/{slug}/review/postpone")
	RedirectView postpone(@PathVariable String slug) {
		this.desk.postpone(exercise(slug));
		return SeeOther.at("/");
	}

	private Exercise exercise(String slug) {
		return Slug.find(slug)
			.flatMap(this.course::exercise)
			.orElseThrow(() -> new PageNotFound("There is no exercise with this name."));
	}

}
