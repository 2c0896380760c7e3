package academy.coldstart.course.web;

import java.util.List;

import academy.coldstart.course.Course;
import academy.coldstart.course.CourseMap;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.course.Lesson;
import academy.coldstart.rendering.Page;
import academy.coldstart.rendering.Page.Heading;
import org.jspecify.annotations.Nullable;

/**
 * What a lesson page shows.
 *
 * @param title its title
 * @param summary its core idea
 * @param module the module it belongs to, or null when the map does not list it
 * @param minutes how long reading it takes
 * @param text the rendered text
 * @param contents the headings of the list of contents
 * @param exercises its exercises
 * @param previous the lesson before it
 * @param next the lesson after it
 */
record LessonPage(String title, String summary, @Nullable String module, int minutes, Page text, List<Heading> contents,
		List<ExerciseRow> exercises, @Nullable Neighbor previous, @Nullable Neighbor next) {

	static LessonPage of(Lesson lesson, Course course, LearnerProgress progress) {
		List<Lesson> all = course.map()
			.modules()
			.stream()
			.flatMap((module) -> module.entries().stream())
			.map(CourseMap.Entry::lesson)
			.toList();
		int index = all.stream().map(Lesson::slug).toList().indexOf(lesson.slug());
		return new LessonPage(lesson.title(), lesson.summary(), moduleOf(lesson, course.map()), lesson.minutes(),
				lesson.page(), lesson.page().headings().stream().filter((heading) -> heading.level() <= 3).toList(),
				exercises(lesson, course).stream().map((exercise) -> ExerciseRow.of(exercise, progress)).toList(),
				(index > 0) ? Neighbor.of(all.get(index - 1)) : null,
				(index >= 0 && index + 1 < all.size()) ? Neighbor.of(all.get(index + 1)) : null);
	}

	private static List<Exercise> exercises(Lesson lesson, Course course) {
		return lesson.exercises().stream().flatMap((slug) -> course.exercise(slug).stream()).toList();
	}

	private static @Nullable String moduleOf(Lesson lesson, CourseMap map) {
		return map.modules()
			.stream()
			.filter((module) -> module.entries()
				.stream()
				.anyMatch((entry) -> entry.lesson().slug().equals(lesson.slug())))
			.map(CourseMap.Module::title)
			.findFirst()
			.orElse(null);
	}

	/**
	 * The lesson before or after.
	 *
	 * @param title its title
	 * @param href its address
	 */
	record Neighbor(String title, String href) {

		static Neighbor of(Lesson lesson) {
			return new Neighbor(lesson.title(), "/lessons/" + lesson.slug());
		}

	}

}
