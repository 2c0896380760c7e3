package academy.coldstart.grading.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.Gradings;
import academy.coldstart.submission.Draft;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.Submission;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.submission.Submissions;
import academy.coldstart.ui.Moment;
import academy.coldstart.ui.PageNotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds what can be compared: attempts by their ids, and drafts by their languages.
 */
@Component
class Versions {

	private static final String DRAFT = "draft-";

	private final Course course;

	private final Gradings gradings;

	private final Submissions submissions;

	private final Drafts drafts;

	Versions(Course course, Gradings gradings, Submissions submissions, Drafts drafts) {
		this.course = course;
		this.gradings = gradings;
		this.submissions = submissions;
		this.drafts = drafts;
	}

	Exercise exercise(String slug) {
		return Slug.find(slug)
			.flatMap(this.course::exercise)
			.orElseThrow(() -> new PageNotFound("There is no exercise with this name."));
	}

	List<Language> drafts(Exercise exercise) {
		return exercise.languages()
			.stream()
			.sorted()
			.filter((language) -> this.drafts.find(exercise.slug(), language).isPresent())
			.toList();
	}

	static String draft(Language language) {
		return DRAFT + language.id();
	}

	static String title(Language language) {
		return "The draft of now, " + language.title();
	}

	static String title(int number, GradingState state) {
		return "Attempt " + number + ", " + Moment.of(state.submittedAt(), ZoneId.systemDefault()).text() + ", "
				+ Language.find(state.language()).map(Language::title).orElse(state.language());
	}

	/**
	 * Find what an address names.
	 * @param exercise the exercise
	 * @param id the id
	 * @return its files and what it is called
	 */
	Version find(Exercise exercise, String id) {
		Optional<Version> version = id.startsWith(DRAFT) ? ofDraft(exercise, id.substring(DRAFT.length()))
				: ofAttempt(exercise, id);
		return version.orElseThrow(() -> new PageNotFound("There is no such attempt or draft to compare. "
				+ "The page of the attempts lists those that are there."));
	}

	private Optional<Version> ofDraft(Exercise exercise, String language) {
		return Language.find(language)
			.filter(exercise.languages()::contains)
			.flatMap((known) -> this.drafts.find(exercise.slug(), known)
				.map(Draft::files)
				.map((files) -> new Version(title(known), null, files, null)));
	}

	private Optional<Version> ofAttempt(Exercise exercise, String id) {
		return submission(id).filter((submission) -> submission.exercise().equals(exercise.slug()))
			.flatMap((submission) -> this.gradings.find(submission.id())
				.map((state) -> new Version(title(this.submissions.number(submission.id()), state), Standing.of(state),
						submission.files(), submission.id())));
	}

	private Optional<Submission> submission(String id) {
		try {
			return this.submissions.find(new SubmissionId(UUID.fromString(id)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Something that can be compared.
	 *
	 * @param title what it is called
	 * @param standing how it stands, null for a draft
	 * @param files its files
	 * @param submission its id, null for a draft
	 */
	record Version(String title, @Nullable Standing standing, SourceFiles files, @Nullable SubmissionId submission) {
	}

}
