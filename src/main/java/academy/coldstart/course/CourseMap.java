package academy.coldstart.course;

import java.util.List;

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
