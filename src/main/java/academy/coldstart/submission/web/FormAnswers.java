package academy.coldstart.submission.web;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.submission.ExercisePart;
import academy.coldstart.submission.SubmissionRejected;
import academy.coldstart.submission.web.ExercisePage.Rejection;
import academy.coldstart.ui.Breadcrumb;
import academy.coldstart.ui.SeeOther;
import academy.coldstart.ui.TooManyRequests;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers the form of an exercise: with the page to go on with, or with the form again
 * and all that was typed in it.
 */
@Component
class FormAnswers {

	private static final Logger logger = LoggerFactory.getLogger(FormAnswers.class);

	static final String NOT_SAVED = "It could not be saved: the database of Coldstart cannot be written, "
			+ "perhaps because the disk is full. This is not your code's fault. Make room on the disk, then try again.";

	private static final String PART = "part";

	private final ContentsSource contents;

	private final ExercisePages pages;

	private final ObjectProvider<ExercisePart> parts;

	FormAnswers(ContentsSource contents, ExercisePages pages, ObjectProvider<ExercisePart> parts) {
		this.contents = contents;
		this.pages = pages;
		this.parts = parts;
	}

	/**
	 * Do what a form asks for.
	 * @param exercise the exercise
	 * @param language the language
	 * @param form the form
	 * @param response gets the time to wait, when there were too many requests
	 * @param work does it, and returns the address to go on with
	 * @return the answer
	 */
	ModelAndView answer(Exercise exercise, Language language, HandInForm form, HttpServletResponse response,
			Supplier<String> work) {
		try {
			return seeOther(work.get());
		}
		catch (SubmissionRejected ex) {
			Contents shown = form.typed().isEmpty() ? this.contents.resume(exercise, language)
					: this.contents.typed(form, exercise, language);
			return rejected(exercise, language, shown, form, String.valueOf(ex.getMessage()),
					HttpStatus.UNPROCESSABLE_CONTENT);
		}
		catch (TooManyRequests ex) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(ex.seconds()));
			return rejected(exercise, language, this.contents.typed(form, exercise, language), form,
					String.valueOf(ex.getMessage()), HttpStatus.TOO_MANY_REQUESTS);
		}
		catch (DataAccessException | TransactionException ex) {
			logger.error("A form could not be saved: exercise={}", exercise.slug(), ex);
			return rejected(exercise, language, this.contents.typed(form, exercise, language), form, NOT_SAVED,
					HttpStatus.INSUFFICIENT_STORAGE);
		}
	}

	ModelAndView page(Exercise exercise, Language language, Contents shown) {
		return page(exercise, language, shown, null, HttpStatus.OK).addObject(PART,
				part(exercise, language, shown, Map.of()));
	}

	/**
	 * Show the page with what the part that another module brings along says now.
	 * @param exercise the exercise
	 * @param language the language
	 * @param shown what the text boxes are filled with
	 * @param part what that part shows
	 * @param status the status of the answer
	 * @return the page
	 */
	ModelAndView page(Exercise exercise, Language language, Contents shown, Object part, HttpStatus status) {
		return page(exercise, language, shown, null, status).addObject(PART, part);
	}

	private ModelAndView rejected(Exercise exercise, Language language, Contents shown, HandInForm form, String reason,
			HttpStatus status) {
		return page(exercise, language, shown, rejection(form, reason), status).addObject(PART,
				part(exercise, language, shown, form.more()));
	}

	private ModelAndView page(Exercise exercise, Language language, Contents shown, @Nullable Rejection rejection,
			HttpStatus status) {
		ModelAndView page = new ModelAndView("submission/exercise", status);
		page.addObject("page", this.pages.page(exercise, language, shown, rejection));
		page.addObject("crumbs", List.of(Breadcrumb.COURSE, Breadcrumb.here(exercise.title())));
		return page;
	}

	private @Nullable Object part(Exercise exercise, Language language, Contents shown, Map<String, String> fields) {
		ExercisePart part = this.parts.getIfAvailable();
		return (part != null) ? part.show(exercise, language, shown.texts(), fields) : null;
	}

	private static Rejection rejection(HandInForm form, String reason) {
		return new Rejection(reason, !form.uploads().isEmpty());
	}

	private static ModelAndView seeOther(String address) {
		return new ModelAndView(SeeOther.at(address));
	}

}
