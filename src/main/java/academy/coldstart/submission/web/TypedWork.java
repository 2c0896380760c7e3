package academy.coldstart.submission.web;

import java.util.List;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.SavedDraft;
import academy.coldstart.submission.SubmissionRejected;
import academy.coldstart.submission.WorkForm;
import academy.coldstart.submission.WorkForms;
import academy.coldstart.submission.web.HandInForm.TypedFile;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Reads the form of the exercise page, and shows it again.
 */
@Component
class TypedWork implements WorkForms {

	private static final Logger logger = LoggerFactory.getLogger(TypedWork.class);

	private final Exercises exercises;

	private final ContentsSource contents;

	private final Drafts drafts;

	private final FormAnswers answers;

	TypedWork(Exercises exercises, ContentsSource contents, Drafts drafts, FormAnswers answers) {
		this.exercises = exercises;
		this.contents = contents;
		this.drafts = drafts;
		this.answers = answers;
	}

	@Override
	public WorkForm read(String slug, HttpServletRequest request) throws ServletRequestBindingException {
		Exercise exercise = this.exercises.find(slug);
		HandInForm form = HandInForm.of(request);
		Language language = Exercises.language(exercise, form.language());
		return new WorkForm(exercise, language, form.upload(), form.texts(), form.basis());
	}

	@Override
	public ModelAndView page(WorkForm form, Object part, HttpStatus status) {
		Contents shown = form.typed().texts().isEmpty() ? this.contents.resume(form.exercise(), form.language())
				: saved(form);
		return this.answers.page(form.exercise(), form.language(), shown, part, status);
	}

	// What cannot be saved is in the page all the same.
	private Contents saved(WorkForm form) {
		List<TypedFile> typed = form.typed()
			.texts()
			.entrySet()
			.stream()
			.map((file) -> new TypedFile(file.getKey(), file.getValue()))
			.toList();
		try {
			return switch (this.drafts.save(form.exercise(), form.language(), form.basis(), form.typed())) {
				case SavedDraft.Current saved -> Contents.draft(typed, saved.draft());
				case SavedDraft.Outdated outdated -> Contents.typed(typed, form.basis());
			};
		}
		catch (SubmissionRejected ex) {
			return Contents.typed(typed, form.basis());
		}
		catch (DataAccessException | TransactionException ex) {
			logger.error("A draft could not be saved: exercise={}", form.exercise().slug(), ex);
			return Contents.typed(typed, form.basis());
		}
	}

}
