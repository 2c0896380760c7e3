package academy.coldstart.course;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The course map: modules in order, each with its lessons.
 *
 * @param title the title of the course
 * @param modules the modules
 */
public record CourseMap(String title, List<Module> modules) {

	public CourseMap {
		modules = List.copyOf(modules);
	}

	/**
	 * Say what comes after an exercise: the next exercise of its lesson, or the next
	 * lesson.
	 * @param exercise the exercise
	 * @return what comes next, or empty at the end of the course
	 */
	public Optional<Step> after(Slug exercise) {
		List<Step> steps = this.modules.stream()
			.flatMap((module) -> module.entries().stream())
			.flatMap(CourseMap::steps)
			.toList();
		return steps.stream().dropWhile((step) -> step.lesson() || !step.slug().equals(exercise)).skip(1).findFirst();
	}

	private static Stream<Step> steps(Entry entry) {
		Step lesson = new Step(true, entry.lesson().slug(), entry.lesson().title());
		return Stream.concat(Stream.of(lesson),
				entry.exercises().stream().map((exercise) -> new Step(false, exercise.slug(), exercise.title())));
	}

	/**
	 * A lesson or an exercise on the way through the course.
	 *
	 * @param lesson whether it is a lesson; else it is an exercise
	 * @param slug its name
	 * @param title its title
	 */
	public record Step(boolean lesson, Slug slug, String title) {

		/**
		 * Return the address of its page.
		 * @return the path
		 */
		public String href() {
			return (this.lesson ? "/lessons/" : "/exercises/") + this.slug;
		}

		/**
		 * Say what a link to it says.
		 * @return one line
		 */
		public String label() {
			return (this.lesson ? "Next lesson: " : "Next exercise: ") + this.title;
		}

	}

	/**
	 * A module of the course.
	 *
	 * @param id such as {@code M2}
	 * @param title its title
	 * @param summary one sentence on what it is about
	 * @param entries its lessons
	 */
	public record Module(String id, String title, String summary, List<Entry> entries) {

		public Module {
			entries = List.copyOf(entries);
		}

	}

	/**
	 * A lesson on the map with its exercises.
	 *
	 * @param lesson the lesson
	 * @param exercises its exercises
	 */
	public record Entry(Lesson lesson, List<Exercise> exercises) {

		public Entry {
			exercises = List.copyOf(exercises);
		}

	}

}
