package academy.coldstart.submission.web;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.SavedDraft;
import academy.coldstart.submission.SubmissionRejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Saves what is typed while it is typed, and starts over.
 */
@Controller
class DraftController {

	private static final Logger logger = LoggerFactory.getLogger(DraftController.class);

	private static final String NOT_SAVED = "the database of Coldstart cannot be written, perhaps because the disk is full.";

	private final Exercises exercises;

	private final Course course;

	private final Drafts drafts;

	private final FormAnswers answers;

	private final ExercisePages pages;

	DraftController(Exercises exercises, Course course, Drafts drafts, FormAnswers answers, ExercisePages pages) {
		this.exercises = exercises;
		this.course = course;
		this.drafts = drafts;
		this.answers = answers;
		this.pages = pages;
	}

	@PostMapping("/exercises/{slug}/draft")
	ResponseEntity<DraftAnswer> save(@PathVariable String slug, HttpServletRequest request)
			throws ServletRequestBindingException {
		Exercise exercise = this.exercises.find(slug);
		HandInForm form = HandInForm.of(request);
		Language language = Exercises.language(exercise, form.language());
		try {
			return switch (this.drafts.save(exercise, language, form.basis(), form.texts())) {
				case SavedDraft.Current saved ->
					ResponseEntity.ok(DraftAnswer.saved(saved.draft(), this.pages.isGraded(exercise, language)));
				case SavedDraft.Outdated outdated ->
					ResponseEntity.status(HttpStatus.CONFLICT).body(DraftAnswer.outdated(outdated.newest()));
			};
		}
		catch (SubmissionRejected ex) {
			return ResponseEntity.unprocessableContent().body(DraftAnswer.refused(String.valueOf(ex.getMessage())));
		}
		catch (DataAccessException | TransactionException ex) {
			logger.error("A draft could not be saved: exercise={}", exercise.slug(), ex);
			return ResponseEntity.status(HttpStatus.INSUFFICIENT_STORAGE).body(DraftAnswer.refused(NOT_SAVED));
		}
	}

	@PostMapping("/exercises/{slug}/draft/reset")
	ModelAndView reset(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response)
			throws ServletRequestBindingException {
		Exercise exercise = this.exercises.find(slug);
		HandInForm form = HandInForm.of(request);
		Language language = Exercises.language(exercise, form.language());
		return this.answers.answer(exercise, language, form, response, () -> {
			this.drafts.reset(exercise, language, this.course.starter(exercise, language), form.texts());
			return "/exercises/" + exercise.slug() + "?language=" + language.id() + "&reset=true";
		});
	}

}
