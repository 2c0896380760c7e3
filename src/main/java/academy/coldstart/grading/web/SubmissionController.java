package academy.coldstart.grading.web;

import java.util.List;
import java.util.UUID;

import academy.coldstart.grading.Gradings;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.ui.Breadcrumb;
import academy.coldstart.ui.RateLimits;
import academy.coldstart.ui.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Shows a submission: live while it is graded, then its report.
 */
@Controller
class SubmissionController {

	private final SubmissionPages pages;

	private final Gradings gradings;

	private final RateLimits limits;

	SubmissionController(SubmissionPages pages, Gradings gradings, RateLimits limits) {
		this.pages = pages;
		this.gradings = gradings;
		this.limits = limits;
	}

	@GetMapping("/submissions/{id}")
	String submission(@PathVariable UUID id, @RequestParam(required = false) @Nullable Long seed, Model model) {
		SubmissionPage page = this.pages.page(this.pages.find(new SubmissionId(id)), seed);
		model.addAttribute("page", page);
		model.addAttribute("crumbs", List.of(Breadcrumb.COURSE, new Breadcrumb(page.exercise(), page.exerciseHref()),
				Breadcrumb.here("Attempt")));
		if (page.live().isCancelled()) {
			return "grading/cancelled";
		}
		return (page.report() != null) ? "grading/report" : "grading/live";
	}

	@PostMapping("/submissions/{id}/cancel")
	RedirectView cancel(@PathVariable UUID id) {
		SubmissionId submission = this.pages.find(new SubmissionId(id)).submission();
		// Where it had finished before, the page shows its report.
		this.gradings.cancel(submission);
		return seeOther(submission);
	}

	@PostMapping("/submissions/{id}/retry")
	RedirectView retry(@PathVariable UUID id, HttpServletRequest request) {
		this.limits.submission(request.getRemoteAddr());
		SubmissionId submission = this.pages.find(new SubmissionId(id)).submission();
		this.gradings.retry(submission);
		return seeOther(submission);
	}

	private static RedirectView seeOther(SubmissionId submission) {
		return SeeOther.at("/submissions/" + submission);
	}

}
