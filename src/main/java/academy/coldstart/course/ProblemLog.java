package academy.coldstart.course;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import academy.coldstart.rendering.Problem;

/**
 * Collects problems, so that they are told all at once.
 */
final class ProblemLog {

	private final List<Problem> problems = new ArrayList<>();

	void add(Path file, int line, String what, String remedy) {
		this.problems.add(new Problem(file, line, what, remedy));
	}

	void addAll(Collection<Problem> more) {
		this.problems.addAll(more);
	}

	void throwIfAny() {
		if (!this.problems.isEmpty()) {
			throw new CourseProblems(this.problems.stream()
				.distinct()
				.sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
				.toList());
		}
	}

}
