package academy.coldstart.course;

import java.nio.file.Path;
import java.util.List;

import academy.coldstart.rendering.Problem;

/**
 * Checks the files of a course without starting anything, for authors and tests.
 */
public final class CourseCheck {

	private CourseCheck() {
	}

	/**
	 * Read the whole course and return what is wrong with it.
	 * @param home the folder that holds {@code course.yaml}
	 * @return the problems of all files, none when the course can be shown
	 */
	public static List<Problem> check(Path home) {
		try {
			new CourseReader(home).read();
			return List.of();
		}
		catch (CourseProblems ex) {
			return ex.problems();
		}
	}

}
