package academy.coldstart.submission.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import academy.coldstart.course.Attempt;
import academy.coldstart.course.Course;
import academy.coldstart.course.CourseMap;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.GivenCode;
import academy.coldstart.course.HandlerLocation;
import academy.coldstart.course.Language;
import academy.coldstart.course.LanguageReadiness;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.course.Reviews;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.LastRun;
import academy.coldstart.submission.LastRuns;
import academy.coldstart.submission.web.ExercisePage.Brief;
import academy.coldstart.submission.web.ExercisePage.Condition;
import academy.coldstart.submission.web.ExercisePage.DraftState;
import academy.coldstart.submission.web.ExercisePage.Editor;
import academy.coldstart.submission.web.ExercisePage.Field;
import academy.coldstart.submission.web.ExercisePage.LessonLink;
import academy.coldstart.submission.web.ExercisePage.Rejection;
import academy.coldstart.submission.web.HandInForm.TypedFile;
import academy.coldstart.ui.Moment;
import academy.coldstart.ui.Phrase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Puts exercise pages together.
 */
@Component
class ExercisePages {

	private static final List<String> LEVELS = List.of("Starter", "Core", "Deep");

	/** The page of the attempts has them all. */
	private static final int LISTED_ATTEMPTS = 20;

	private static final Logger logger = LoggerFactory.getLogger(ExercisePages.class);

	private final Course course;

	private final LearnerProgress progress;

	private final LanguageReadiness readiness;

	private final Drafts drafts;

	private final LastRuns runs;

	private final Reviews reviews;

	ExercisePages(Course course, LearnerProgress progress, LanguageReadiness readiness, Drafts drafts, LastRuns runs,
			Reviews reviews) {
		this.course = course;
		this.progress = progress;
		this.drafts = drafts;
		this.readiness = readiness;
		this.runs = runs;
		this.reviews = reviews;
	}

	ExercisePage page(Exercise exercise, Language language, Contents contents, @Nullable Rejection rejection) {
		List<Attempt> attempts = attempts(exercise);
		return new ExercisePage(brief(exercise, language), ExercisePage.tabs(exercise, language, this.readiness),
				language.id(), ExercisePage.obstacle(exercise, language, this.readiness),
				contents.holds(this.course.starter(exercise, language)), next(exercise, attempts),
				editor(exercise, language, contents, rejection), rows(attempts), copies(exercise, language),
				LastRunPanel.of(lastRun(exercise, language), contents), review(exercise, language));
	}

	private static List<AttemptRow> rows(List<Attempt> attempts) {
		return attempts.stream()
			.limit(LISTED_ATTEMPTS)
			.map((attempt) -> AttemptRow.of(attempt, ZoneId.systemDefault()))
			.toList();
	}

	private CourseMap.@Nullable Step next(Exercise exercise, List<Attempt> attempts) {
		boolean passed = attempts.stream().anyMatch((attempt) -> attempt.standing() == Attempt.Standing.PASSED);
		return passed ? this.course.map().after(exercise.slug()).orElse(null) : null;
	}

	private List<Attempt> attempts(Exercise exercise) {
		try {
			return this.progress.attempts(exercise.slug());
		}
		catch (DataAccessException | TransactionException ex) {
			// The text that somebody typed matters more than the list beside it.
			logger.error("Earlier attempts could not be read: exercise={}", exercise.slug(), ex);
			return List.of();
		}
	}

	/**
	 * Say whether the last results are about the draft of now.
	 * @param exercise the exercise
	 * @param language the language
	 * @return whether they are, or null when there are none or they cannot be read
	 */
	@Nullable Boolean isGraded(Exercise exercise, Language language) {
		LastRun run = lastRun(exercise, language);
		return (run != null) ? !run.earlier() : null;
	}

	private @Nullable LastRun lastRun(Exercise exercise, Language language) {
		try {
			return this.runs.find(exercise.slug(), language).orElse(null);
		}
		catch (DataAccessException | TransactionException ex) {
			logger.error("The last results could not be read: exercise={}", exercise.slug(), ex);
			return null;
		}
	}

	private @Nullable ReviewNote review(Exercise exercise, Language language) {
		try {
			return ReviewNote.of(exercise, language, this.reviews.standing(exercise));
		}
		catch (DataAccessException | TransactionException ex) {
			logger.error("Reviews could not be read: exercise={}", exercise.slug(), ex);
			return null;
		}
	}

	private Brief brief(Exercise exercise, Language language) {
		List<String> facts = List.of(LEVELS.get(Math.clamp(exercise.level(), 1, 3) - 1),
				"about " + exercise.minutes() + " minutes", language.title());
		List<Condition> conditions = exercise.checks()
			.stream()
			.map((check) -> new Condition(Phrase.parse(check.title()), check.gate(), points(check.points())))
			.toList();
		LessonLink lesson = this.course.lesson(exercise.lesson())
			.map((found) -> new LessonLink(found.title(), "/lessons/" + found.slug()))
			.orElse(null);
		return new Brief(exercise.slug().value(), exercise.title(), facts, this.course.instructions(exercise).html(),
				conditions, scoring(exercise), lesson);
	}

	private List<CopyRow> copies(Exercise exercise, Language language) {
		try {
			String page = "/exercises/" + exercise.slug() + "?language=" + language.id();
			return this.drafts.copies(exercise.slug(), language)
				.stream()
				.map((copy) -> CopyRow.of(copy, page, ZoneId.systemDefault()))
				.toList();
		}
		catch (DataAccessException | TransactionException ex) {
			logger.error("Copies of drafts could not be read: exercise={}", exercise.slug(), ex);
			return List.of();
		}
	}

	private static Editor editor(Exercise exercise, Language language, Contents contents,
			@Nullable Rejection rejection) {
		List<Field> fields = new ArrayList<>();
		HandlerLocation location = exercise.handlers().get(language);
		String handler = (location != null) ? location.file() : "";
		// What is to be written comes before what is only to be read, the handler first.
		contents.files()
			.stream()
			.sorted(Comparator.comparing((TypedFile file) -> GivenCode.includes(exercise, file.path()))
				.thenComparing((file) -> !file.path().equals(handler)))
			.forEach((file) -> fields.add(Field.of(fields.size(), file, GivenCode.includes(exercise, file.path()))));
		return new Editor(fields, UUID.randomUUID().toString(), note(contents), draft(contents),
				contents.origin() == Contents.Origin.RESET, rejection);
	}

	private static DraftState draft(Contents contents) {
		Instant savedAt = contents.savedAt();
		return new DraftState(contents.basis().revision(), contents.basis().replacing(),
				(savedAt != null) ? Moment.of(savedAt, ZoneId.systemDefault()) : null);
	}

	private static @Nullable String note(Contents contents) {
		String replacing = contents.basis().replacing() ? " It becomes your draft once you change or run it." : "";
		return switch (contents.origin()) {
			case RESET -> "This is the starter again.";
			case STARTER -> "This is the starter." + replacing;
			case DRAFT -> null;
			case COPY -> "This is a kept copy." + replacing;
			case LATEST -> "This is what you sent last.";
			case NOT_EDITABLE -> "What you sent last does not fit into text boxes, as it has more than "
					+ Contents.MAX_FILES + " files or a file that is not UTF-8 text. This is the starter.";
			case TYPED -> "This is what you typed. It is not saved yet.";
			case REJECTED -> "This is what you typed. It was not accepted yet.";
		};
	}

	private static String points(int points) {
		return (points == 1) ? "1 point" : points + " points";
	}

	private static String scoring(Exercise exercise) {
		if (!exercise.graded()) {
			return "This is a warm-up: its points do not count.";
		}
		boolean gates = exercise.checks().stream().anyMatch((check) -> check.gate());
		return Exercise.PASS_MARK + " of 100 points pass the exercise"
				+ (gates ? ", if every check marked “must hold” passes." : ".");
	}

}
