package academy.coldstart.grading.web;

import java.util.List;
import java.util.UUID;

import academy.coldstart.submission.SubmissionId;
import academy.coldstart.ui.Breadcrumb;
import academy.coldstart.ui.SeeOther;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Shows what was handed in for an exercise, and what changed between attempts.
 */
@Controller
class AttemptsController {

	private final AttemptsPages attempts;

	private final ComparisonPages comparisons;

	AttemptsController(AttemptsPages attempts, ComparisonPages comparisons) {
		this.attempts = attempts;
		this.comparisons = comparisons;
	}

	@GetMapping("/exercises/{slug}/attempts")
	String attempts(@PathVariable String slug, @RequestParam(defaultValue = "0") int skip, Model model) {
		AttemptsPage page = this.attempts.page(slug, skip);
		model.addAttribute("page", page);
		model.addAttribute("crumbs", List.of(Breadcrumb.COURSE, new Breadcrumb(page.title(), page.exerciseHref()),
				Breadcrumb.here("Attempts")));
		return "grading/attempts";
	}

	@GetMapping("/exercises/{slug}/attempts/comparison")
	String comparison(@PathVariable String slug, @RequestParam(defaultValue = "") String from,
			@RequestParam(defaultValue = "") String to, Model model) {
		ComparisonPage page = this.comparisons.page(slug, from, to);
		model.addAttribute("page", page);
		model.addAttribute("crumbs", List.of(Breadcrumb.COURSE, new Breadcrumb(page.title(), page.exerciseHref()),
				new Breadcrumb("Attempts", page.attemptsHref()), Breadcrumb.here("What changed")));
		return "grading/comparison";
	}

	@PostMapping("/submissions/{id}/draft")
	RedirectView draft(@PathVariable UUID id) {
		return SeeOther.at(this.attempts.take(new SubmissionId(id)));
	}

}
