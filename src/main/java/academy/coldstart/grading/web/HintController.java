package academy.coldstart.grading.web;

import java.util.Objects;
import java.util.UUID;

import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradingState;
import academy.coldstart.hint.Hints;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.ui.PageNotFound;
import academy.coldstart.ui.SeeOther;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Opens hints in reports.
 */
@Controller
class HintController {

	private final SubmissionPages pages;

	private final Hints hints;

	HintController(SubmissionPages pages, Hints hints) {
		this.pages = pages;
		this.hints = hints;
	}

	@PostMapping("/submissions/{id}/hints")
	ModelAndView open(@PathVariable UUID id, @RequestParam String check, @RequestParam int step,
			@RequestParam(required = false) @Nullable Long seed, @RequestParam(defaultValue = "false") boolean part) {
		GradingState state = this.pages.find(new SubmissionId(id));
		if (step < 1 || step > view(state, check, seed).all()) {
			throw noHint();
		}
		boolean open = this.hints.open(state.submission(), check, step);
		String address = "/submissions/" + state.submission();
		if (part) {
			return new ModelAndView("grading/hints").addObject("hints", view(state, check, seed))
				.addObject("address", address);
		}
		return seeOther(address, seed, open ? "hint-" + check + "-" + step : "hints-" + check);
	}

	private HintsView view(GradingState state, String check, @Nullable Long seed) {
		GradeReport report = state.report();
		if (report == null) {
			throw noHint();
		}
		return report.checks()
			.stream()
			.filter((result) -> result.id().equals(check))
			.map((CheckResult result) -> this.pages.hints(state, result, seed))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow(HintController::noHint);
	}

	private static PageNotFound noHint() {
		return new PageNotFound("There is no such hint in this report. Hints are for checks that fail.");
	}

	private static ModelAndView seeOther(String address, @Nullable Long seed, String anchor) {
		UriComponentsBuilder target = UriComponentsBuilder.fromPath(address).fragment(anchor);
		if (seed != null) {
			target.queryParam("seed", seed);
		}
		return new ModelAndView(SeeOther.at(target.build().toUriString()));
	}

}
