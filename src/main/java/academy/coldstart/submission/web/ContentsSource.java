package academy.coldstart.submission.web;

import java.util.Optional;
import java.util.UUID;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.submission.Draft;
import academy.coldstart.submission.DraftBasis;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.Submissions;
import academy.coldstart.submission.web.Contents.Origin;
import academy.coldstart.ui.PageNotFound;

import org.springframework.stereotype.Component;

/**
 * Finds what a learner goes on with.
 */
@Component
class ContentsSource {

	private final Course course;

	private final Submissions submissions;

	private final Drafts drafts;

	ContentsSource(Course course, Submissions submissions, Drafts drafts) {
		this.course = course;
		this.submissions = submissions;
		this.drafts = drafts;
	}

	/**
	 * Take up the draft; where there is none, what was sent last; else the starter.
	 * @param exercise the exercise
	 * @param language the language
	 * @return the contents
	 */
	Contents resume(Exercise exercise, Language language) {
		SourceFiles starter = this.course.starter(exercise, language);
		Optional<Draft> draft = this.drafts.find(exercise.slug(), language);
		return draft
			.map((found) -> Contents.of(found.files(), Origin.DRAFT, new DraftBasis(found.revision(), false), starter)
				.savedAt(found.savedAt()))
			.or(() -> this.submissions.latest(exercise.slug(), language)
				.map((latest) -> Contents.of(latest.files(), Origin.LATEST, DraftBasis.NONE, starter)))
			.orElseGet(() -> Contents.starter(starter, DraftBasis.NONE));
	}

	Contents starter(Exercise exercise, Language language) {
		return Contents.starter(this.course.starter(exercise, language), inPlaceOfTheDraft(exercise, language));
	}

	Contents reset(Exercise exercise, Language language, Contents shown) {
		return shown.reset(this.course.starter(exercise, language));
	}

	Contents copy(Exercise exercise, Language language, UUID copy) {
		SourceFiles files = this.drafts.copy(exercise.slug(), language, copy)
			.orElseThrow(() -> new PageNotFound("This copy is not kept. The exercise page lists the copies that are."));
		return Contents.of(files, Origin.COPY, inPlaceOfTheDraft(exercise, language),
				this.course.starter(exercise, language));
	}

	/**
	 * Show what was typed, without asking the database.
	 * @param form the form
	 * @param exercise the exercise
	 * @param language the language
	 * @return what was typed, or the starter where nothing was
	 */
	Contents typed(HandInForm form, Exercise exercise, Language language) {
		return form.typed().isEmpty() ? Contents.starter(this.course.starter(exercise, language), form.basis())
				: Contents.rejected(form.typed(), form.basis());
	}

	private DraftBasis inPlaceOfTheDraft(Exercise exercise, Language language) {
		return this.drafts.find(exercise.slug(), language)
			.map((draft) -> new DraftBasis(draft.revision(), true))
			.orElse(DraftBasis.NONE);
	}

}
