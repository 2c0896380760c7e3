package academy.coldstart.trial.web;

import academy.coldstart.submission.WorkForm;
import academy.coldstart.submission.WorkForms;
import academy.coldstart.ui.RateLimits;
import academy.coldstart.ui.TooManyRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers the buttons of the part where code is tried: with the page, or, for a script,
 * with that part alone.
 */
@Controller
class TryController {

	private final WorkForms forms;

	private final TryPart part;

	private final TryActions actions;

	private final RateLimits limits;

	TryController(WorkForms forms, TryPart part, TryActions actions, RateLimits limits) {
		this.forms = forms;
		this.part = part;
		this.actions = actions;
		this.limits = limits;
	}

	@PostMapping("/exercises/{slug}/try/{action}")
	ModelAndView act(@PathVariable String slug, @PathVariable String action,
			@RequestParam(defaultValue = "false") boolean part, HttpServletRequest request,
			HttpServletResponse response) throws ServletRequestBindingException {
		WorkForm form = this.forms.read(slug, request);
		TryAnswer answer = answer(action, form, request, response);
		TryView view = this.part.show(form, answer);
		return part ? new ModelAndView("trial/alone", answer.status()).addObject("part", view)
				: this.forms.page(form, view, answer.status());
	}

	private TryAnswer answer(String action, WorkForm form, HttpServletRequest request, HttpServletResponse response) {
		TryFields fields = TryFields.of(request);
		boolean sends = action.equals("run") || action.equals("save");
		String problem = sends ? new EventText(fields.text()).problem().orElse(null) : null;
		if (problem != null) {
			return TryAnswer.wrong(fields, problem);
		}
		try {
			if (action.equals("run")) {
				this.limits.attempt(request.getRemoteAddr());
			}
			return this.actions.perform(action, form, fields);
		}
		catch (TooManyRequests ex) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(ex.seconds()));
			return TryAnswer.with(fields, ResultView.refused("Nothing was tried.", String.valueOf(ex.getMessage())),
					HttpStatus.TOO_MANY_REQUESTS);
		}
	}

}
