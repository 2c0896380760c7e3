package academy.coldstart.grading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One program graded again and again in one mode. What happens each time belongs to the
 * program and the mode; what happens now and then is left to chance.
 */
final class Tries {

	private final List<Set<String>> contents = new ArrayList<>();

	/**
	 * Note one more try.
	 * @param run the graded run
	 * @return what can be compared of it
	 */
	ComparableRun add(GradedRun run) {
		ComparableRun comparable = ComparableRun.of(run);
		Set<String> lines = new LinkedHashSet<>(comparable.words());
		lines.addAll(comparable.behavior());
		this.contents.add(lines);
		return comparable;
	}

	boolean isCoveredBy(Tries other) {
		return missingFrom(other).isEmpty();
	}

	/**
	 * Return what is said or happens in each of these tries and in none of the others.
	 * @param other the tries of the other mode
	 * @return the lines
	 */
	List<String> missingFrom(Tries other) {
		Set<String> always = new LinkedHashSet<>(this.contents.getFirst());
		this.contents.forEach(always::retainAll);
		other.contents.forEach(always::removeAll);
		return List.copyOf(always);
	}

}
