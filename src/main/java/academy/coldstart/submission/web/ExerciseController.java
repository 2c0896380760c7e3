package academy.coldstart.submission.web;

import java.util.Comparator;
import java.util.List;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.submission.Receipt;
import academy.coldstart.submission.SubmissionRejected;
import academy.coldstart.submission.Submissions;
import academy.coldstart.submission.web.ExercisePage.Rejection;
import academy.coldstart.ui.Breadcrumb;
import academy.coldstart.ui.PageNotFound;
import academy.coldstart.ui.RateLimits;
import academy.coldstart.ui.TooManyRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Shows an exercise and takes work in.
 */
@Controller
class ExerciseController {

	private static final Logger logger = LoggerFactory.getLogger(ExerciseController.class);

	private static final String NOT_SAVED = "It could not be saved: the database of Coldstart cannot be written, "
			+ "perhaps because the disk is full. This is not your code's fault. Make room on the disk, then run the checks again.";

	private final Course course;

	private final Submissions submissions;

	private final ExercisePages pages;

	private final RateLimits limits;

	ExerciseController(Course course, Submissions submissions, ExercisePages pages, RateLimits limits) {
		this.course = course;
		this.submissions = submissions;
		this.pages = pages;
		this.limits = limits;
	}

	@GetMapping("/exercises/{slug}")
	ModelAndView exercise(@PathVariable String slug, @RequestParam(defaultValue = "") String language,
			@RequestParam(defaultValue = "false") boolean starter) {
		Exercise exercise = find(slug);
		Language chosen = language.isEmpty() ? first(exercise) : language(exercise, language);
		return page(exercise, chosen, draft(exercise, chosen, starter), null, HttpStatus.OK);
	}

	@PostMapping("/exercises/{slug}/submissions")
	ModelAndView submit(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response)
			throws ServletRequestBindingException {
		Exercise exercise = find(slug);
		HandInForm form = HandInForm.of(request);
		Language language = language(exercise, form.language());
		try {
			this.limits.submission(request.getRemoteAddr());
			Receipt receipt = this.submissions.accept(exercise, language.id(), form.token(), form.upload());
			return seeOther("/submissions/" + receipt.submission().id());
		}
		catch (SubmissionRejected ex) {
			return page(exercise, language, typed(form, exercise, language), rejection(form, ex),
					HttpStatus.UNPROCESSABLE_CONTENT);
		}
		catch (TooManyRequests ex) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(ex.seconds()));
			return page(exercise, language, typed(form, exercise, language), rejection(form, ex),
					HttpStatus.TOO_MANY_REQUESTS);
		}
		catch (DataAccessException | TransactionException ex) {
			logger.error("A submission could not be saved: exercise={}", exercise.slug(), ex);
			Draft draft = form.typed().isEmpty() ? Draft.starter(this.course.starter(exercise, language))
					: new Draft(form.typed(), Draft.Origin.REJECTED);
			return page(exercise, language, draft, new Rejection(NOT_SAVED, !form.uploads().isEmpty()),
					HttpStatus.INSUFFICIENT_STORAGE);
		}
	}

	private static Rejection rejection(HandInForm form, RuntimeException reason) {
		return new Rejection(String.valueOf(reason.getMessage()), !form.uploads().isEmpty());
	}

	private Draft draft(Exercise exercise, Language language, boolean startOver) {
		SourceFiles starter = this.course.starter(exercise, language);
		if (startOver) {
			return Draft.starter(starter);
		}
		return this.submissions.latest(exercise.slug(), language)
			.map((latest) -> Draft.resume(latest.files(), starter))
			.orElseGet(() -> Draft.starter(starter));
	}

	private Draft typed(HandInForm form, Exercise exercise, Language language) {
		return form.typed().isEmpty() ? draft(exercise, language, false)
				: new Draft(form.typed(), Draft.Origin.REJECTED);
	}

	private ModelAndView page(Exercise exercise, Language language, Draft draft, @Nullable Rejection rejection,
			HttpStatus status) {
		ModelAndView page = new ModelAndView("submission/exercise", status);
		page.addObject("page", this.pages.page(exercise, language, draft, rejection));
		page.addObject("crumbs", List.of(Breadcrumb.COURSE, Breadcrumb.here(exercise.title())));
		return page;
	}

	private static ModelAndView seeOther(String address) {
		RedirectView redirect = new RedirectView(address);
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		return new ModelAndView((View) redirect);
	}

	private Exercise find(String slug) {
		if (!Slug.isValid(slug)) {
			throw new PageNotFound("There is no exercise with this name.");
		}
		return this.course.exercise(new Slug(slug))
			.orElseThrow(() -> new PageNotFound("There is no exercise named " + slug + "."));
	}

	private static Language first(Exercise exercise) {
		return exercise.languages().stream().min(Comparator.naturalOrder()).orElse(Language.PYTHON);
	}

	private static Language language(Exercise exercise, String id) {
		return Language.find(id)
			.filter(exercise.languages()::contains)
			.orElseThrow(() -> new PageNotFound("This exercise is not offered in the language that was asked for."));
	}

}
