package academy.coldstart.grading.web;

import java.util.List;
import java.util.UUID;

import academy.coldstart.grading.GradingState;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.ui.Breadcrumb;
import academy.coldstart.ui.RateLimits;
import academy.coldstart.ui.SeeOther;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Compares an attempt with the reference, which is run when somebody asks for that.
 */
@Controller
class ReferenceController {

	private final SubmissionPages submissions;

	private final ReferencePages references;

	private final RateLimits limits;

	ReferenceController(SubmissionPages submissions, ReferencePages references, RateLimits limits) {
		this.submissions = submissions;
		this.references = references;
		this.limits = limits;
	}

	@GetMapping("/submissions/{id}/reference")
	String reference(@PathVariable UUID id, Model model) {
		ReferencePage page = this.references.page(find(id));
		model.addAttribute("page", page);
		model.addAttribute("crumbs", List.of(Breadcrumb.COURSE, new Breadcrumb(page.exercise(), page.exerciseHref()),
				new Breadcrumb("Attempt", page.report()), Breadcrumb.here("Reference")));
		return "grading/reference";
	}

	@PostMapping("/submissions/{id}/reference")
	RedirectView request(@PathVariable UUID id, HttpServletRequest request) {
		this.limits.submission(request.getRemoteAddr());
		GradingState state = find(id);
		this.references.request(state);
		return SeeOther.at("/submissions/" + state.submission() + "/reference");
	}

	private GradingState find(UUID id) {
		return this.submissions.find(new SubmissionId(id));
	}

}
