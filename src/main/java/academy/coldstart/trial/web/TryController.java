package academy.coldstart.trial.web;

import academy.coldstart.course.Course;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.submission.Intake;
import academy.coldstart.submission.SubmissionRejected;
import academy.coldstart.submission.WorkForm;
import academy.coldstart.submission.WorkForms;
import academy.coldstart.trial.Tries;
import academy.coldstart.trial.TryOrder;
import academy.coldstart.trial.TryOutcome;
import academy.coldstart.trial.TryPlace;
import academy.coldstart.ui.PageNotFound;
import academy.coldstart.ui.RateLimits;
import academy.coldstart.ui.TooManyRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

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

	private final Intake intake;

	private final Tries tries;

	private final Course course;

	private final RateLimits limits;

	TryController(WorkForms forms, TryPart part, Intake intake, Tries tries, Course course, RateLimits limits) {
		this.forms = forms;
		this.part = part;
		this.intake = intake;
		this.tries = tries;
		this.course = course;
		this.limits = limits;
	}

	@PostMapping("/exercises/{slug}/try/{action}")
	ModelAndView act(@PathVariable String slug, @PathVariable String action,
			@RequestParam(defaultValue = "false") boolean part, HttpServletRequest request,
			HttpServletResponse response) throws ServletRequestBindingException {
		WorkForm form = this.forms.read(slug, request);
		TryFields fields = TryFields.of(request);
		Answer answer = switch (action) {
			case "run" -> run(form, fields, request.getRemoteAddr(), response);
			case "choose" -> choose(form, fields);
			case "fresh" -> startAfresh(form, fields);
			default -> throw new PageNotFound("There is nothing to do at this address.");
		};
		TryView view = this.part.show(form, answer.fields(), answer.problem(), answer.result());
		return part ? new ModelAndView("trial/alone", answer.status()).addObject("part", view)
				: this.forms.page(form, view, answer.status());
	}

	private Answer run(WorkForm form, TryFields fields, String address, HttpServletResponse response) {
		String problem = new EventText(fields.event()).problem().orElse(null);
		if (problem != null) {
			return new Answer(fields, problem, null, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.limits.attempt(address);
			return run(form, fields);
		}
		catch (SubmissionRejected ex) {
			return new Answer(fields, null,
					ResultView.refused("The files were not taken.", String.valueOf(ex.getMessage())),
					HttpStatus.UNPROCESSABLE_CONTENT);
		}
		catch (TooManyRequests ex) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(ex.seconds()));
			return new Answer(fields, null,
					ResultView.refused("Nothing was tried.", String.valueOf(ex.getMessage())),
					HttpStatus.TOO_MANY_REQUESTS);
		}
	}

	private Answer run(WorkForm form, TryFields fields) {
		SourceFiles files = this.intake.read(form.exercise(), form.language(), form.upload()).files();
		TryOutcome outcome = this.tries
			.attempt(new TryOrder(form.exercise(), form.language(), files, fields.function(), fields.event()));
		return new Answer(fields, null, new Results(files).of(outcome), status(outcome));
	}

	private static HttpStatus status(TryOutcome outcome) {
		return switch (outcome) {
			case TryOutcome.Invoked invoked -> HttpStatus.OK;
			case TryOutcome.NotDeployed refused -> HttpStatus.OK;
			case TryOutcome.NoFunction missing -> HttpStatus.OK;
			case TryOutcome.Busy busy -> HttpStatus.SERVICE_UNAVAILABLE;
			case TryOutcome.Faulted faulted -> HttpStatus.SERVICE_UNAVAILABLE;
		};
	}

	private Answer choose(WorkForm form, TryFields fields) {
		return new Answer(fields.withEvent(TryPart.text(this.course.events(form.exercise()), fields.choice())), null,
				null, HttpStatus.OK);
	}

	private Answer startAfresh(WorkForm form, TryFields fields) {
		this.tries.startAfresh(TryPlace.of(form.exercise(), form.language()));
		return new Answer(fields, null, null, HttpStatus.OK);
	}

	/**
	 * What the part shows next.
	 *
	 * @param fields its fields
	 * @param problem what is wrong with the event, or null
	 * @param result what came of a try, or null
	 * @param status the status of the answer
	 */
	private record Answer(TryFields fields, @Nullable String problem, @Nullable ResultView result, HttpStatus status) {
	}

}
