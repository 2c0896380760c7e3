package academy.coldstart.course;

import java.util.List;
import java.util.stream.Collectors;

import academy.coldstart.rendering.Problem;

/**
 * Everything that is wrong with the course's files, told at once.
 */
public class CourseProblems extends RuntimeException {

	private final transient List<Problem> problems;

	public CourseProblems(List<Problem> problems) {
		super("The course cannot be shown as it is:\n"
				+ problems.stream().map((problem) -> "  " + problem).collect(Collectors.joining("\n")));
		this.problems = List.copyOf(problems);
	}

	public List<Problem> problems() {
		return this.problems;
	}

}
