package academy.coldstart.submission.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import academy.coldstart.course.CourseMap;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.HandlerLocation;
import academy.coldstart.course.Language;
import academy.coldstart.course.LanguageReadiness;
import academy.coldstart.submission.web.HandInForm.TypedFile;
import academy.coldstart.ui.Moment;
import academy.coldstart.ui.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * What an exercise page shows.
 *
 * @param brief the task
 * @param languages the languages to choose from, none when there is only one
 * @param language the id of the chosen language
 * @param obstacle why the language does not work on this machine
 * @param unfinished whether the text is the starter
 * @param next what to go on with, once the exercise was passed
 * @param editor the form
 * @param attempts earlier attempts, newest first
 * @param copies kept copies of drafts, newest first
 * @param lastRun what came of what was graded last
 * @param review the review that was begun
 */
record ExercisePage(Brief brief, List<LanguageTab> languages, String language, @Nullable String obstacle,
		boolean unfinished, CourseMap.@Nullable Step next, Editor editor, List<AttemptRow> attempts,
		List<CopyRow> copies, @Nullable LastRunPanel lastRun, @Nullable ReviewNote review) {

	static List<LanguageTab> tabs(Exercise exercise, Language chosen, LanguageReadiness readiness) {
		if (exercise.languages().size() < 2) {
			return List.of();
		}
		return exercise.languages()
			.stream()
			.sorted(Comparator.naturalOrder())
			.map((language) -> new LanguageTab(language.title(),
					"/exercises/" + exercise.slug() + "?language=" + language.id(), language == chosen,
					obstacle(exercise, language, readiness) == null))
			.toList();
	}

	static @Nullable String obstacle(Exercise exercise, Language language, LanguageReadiness readiness) {
		HandlerLocation handler = exercise.handlers().get(language);
		return (handler != null) ? readiness.obstacle(handler).orElse(null) : null;
	}

	/**
	 * A language to choose.
	 *
	 * @param title its title
	 * @param href the page in that language
	 * @param chosen whether this is it
	 * @param works whether it works on this machine
	 */
	record LanguageTab(String title, String href, boolean chosen, boolean works) {
	}

	/**
	 * The task.
	 *
	 * @param slug the name of the exercise
	 * @param title its title
	 * @param facts level, time and language in a few words each
	 * @param html the rendered instructions
	 * @param conditions what must hold in the end, one for each check
	 * @param scoring how points lead to a pass
	 * @param lesson the lesson to read
	 */
	record Brief(String slug, String title, List<String> facts, String html, List<Condition> conditions, String scoring,
			@Nullable LessonLink lesson) {
	}

	/**
	 * What must hold in the end.
	 *
	 * @param title the sentence
	 * @param gate whether the exercise cannot be passed without it
	 * @param points what it is worth
	 */
	record Condition(List<Phrase> title, boolean gate, String points) {
	}

	/**
	 * A link to a lesson.
	 *
	 * @param title its title
	 * @param href its address
	 */
	record LessonLink(String title, String href) {
	}

	/**
	 * The form.
	 *
	 * @param fields the text areas
	 * @param token the one-time token
	 * @param note where the text comes from, null when it is the draft
	 * @param draft what saves are made from
	 * @param reset whether somebody went back to the starter a moment ago
	 * @param rejection why the form was not accepted a moment ago
	 */
	record Editor(List<Field> fields, String token, @Nullable String note, DraftState draft, boolean reset,
			@Nullable Rejection rejection) {

		/**
		 * Return the scripts that the editor needs at once.
		 * @return the paths of their sources in the front end
		 */
		public List<String> scripts() {
			return Stream
				.concat(Stream.of("workspace/workspace.js"),
						this.fields.stream().flatMap((field) -> Syntax.of(field.path()).stream()).map(Syntax::script))
				.distinct()
				.toList();
		}

	}

	/**
	 * What saves are made from.
	 *
	 * @param revision the revision of the draft, 0 when there is none
	 * @param replacing whether the text takes the place of the draft
	 * @param savedAt when the draft was saved, when the text is the draft
	 */
	record DraftState(long revision, boolean replacing, @Nullable Moment savedAt) {
	}

	/**
	 * Why a form was not accepted.
	 *
	 * @param message the sentence
	 * @param uploaded whether uploaded files were refused
	 */
	record Rejection(String message, boolean uploaded) {

		public String field() {
			return this.uploaded ? "upload" : "file-0";
		}

	}

	/**
	 * A text area.
	 *
	 * @param id its id in the page
	 * @param path the name of the file
	 * @param text what is in it
	 * @param rows how many lines it shows
	 * @param given whether it is there to be read, as changes do not count
	 */
	record Field(String id, String path, String text, int rows, boolean given) {

		private static final int MIN_ROWS = 8;

		private static final int MAX_ROWS = 32;

		/**
		 * Make a text area. The text begins with a line break, as HTML ignores the first
		 * one in a text area.
		 */
		static Field of(int index, TypedFile file, boolean given) {
			int lines = (int) file.text().lines().count() + 2;
			return new Field("file-" + index, file.path(), "\n" + file.text(),
					Math.min(Math.max(lines, MIN_ROWS), MAX_ROWS), given);
		}

		public @Nullable String syntax() {
			return Syntax.of(this.path).map(Syntax::id).orElse(null);
		}

	}

}
