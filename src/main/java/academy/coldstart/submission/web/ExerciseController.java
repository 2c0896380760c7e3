package academy.coldstart.submission.web;

import java.util.UUID;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.Submission;
import academy.coldstart.submission.Submissions;
import academy.coldstart.ui.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows an exercise and takes work in.
 */
@Controller
class ExerciseController {

	private static final Logger logger = LoggerFactory.getLogger(ExerciseController.class);

	private final Exercises exercises;

	private final ContentsSource contents;

	private final Submissions submissions;

	private final Drafts drafts;

	private final FormAnswers answers;

	private final RateLimits limits;

	ExerciseController(Exercises exercises, ContentsSource contents, Submissions submissions, Drafts drafts,
			FormAnswers answers, RateLimits limits) {
		this.exercises = exercises;
		this.contents = contents;
		this.submissions = submissions;
		this.drafts = drafts;
		this.answers = answers;
		this.limits = limits;
	}

	@GetMapping("/exercises/{slug}")
	ModelAndView exercise(@PathVariable String slug, @RequestParam(defaultValue = "") String language,
			@RequestParam(defaultValue = "false") boolean starter, @RequestParam(required = false) @Nullable UUID copy,
			@RequestParam(defaultValue = "false") boolean reset) {
		Exercise exercise = this.exercises.find(slug);
		Language chosen = language.isEmpty() ? Exercises.first(exercise) : Exercises.language(exercise, language);
		Contents shown = contents(exercise, chosen, starter, copy);
		return this.answers.page(exercise, chosen, reset ? this.contents.reset(exercise, chosen, shown) : shown);
	}

	@PostMapping("/exercises/{slug}/submissions")
	ModelAndView submit(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response)
			throws ServletRequestBindingException {
		Exercise exercise = this.exercises.find(slug);
		HandInForm form = HandInForm.of(request);
		Language language = Exercises.language(exercise, form.language());
		return this.answers.answer(exercise, language, form, response, () -> {
			this.limits.submission(request.getRemoteAddr());
			Submission submission = this.submissions.accept(exercise, language.id(), form.token(), form.upload())
				.submission();
			noteDraft(submission, form);
			return "/submissions/" + submission.id();
		});
	}

	// The submission is safe already, whatever becomes of the draft.
	private void noteDraft(Submission submission, HandInForm form) {
		try {
			this.drafts.handedIn(submission, form.basis());
		}
		catch (DataAccessException | TransactionException ex) {
			logger.error("The draft of a submission could not be saved: submission={}", submission.id(), ex);
		}
	}

	private Contents contents(Exercise exercise, Language language, boolean starter, @Nullable UUID copy) {
		if (copy != null) {
			return this.contents.copy(exercise, language, copy);
		}
		return starter ? this.contents.starter(exercise, language) : this.contents.resume(exercise, language);
	}

}
