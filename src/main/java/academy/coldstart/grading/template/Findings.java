package academy.coldstart.grading.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what is wrong with a template, so that its author can mend all of it at once.
 * Problems with the same cause are one problem, said by the first of them: what mends it
 * mends the others.
 */
public final class Findings {

	/** More than this hides what matters. */
	private static final int MOST = 21;

	private final List<InvalidTemplate> found = new ArrayList<>();

	private final Set<String> causes = new HashSet<>();

	private int left;

	/**
	 * Note a problem.
	 * @param cause what has to be mended, such as the place in the template
	 * @param problem the problem
	 */
	public void add(String cause, InvalidTemplate problem) {
		if (!this.causes.add(cause)) {
			return;
		}
		if (this.found.size() < MOST) {
			this.found.add(problem);
		}
		else {
			this.left++;
		}
	}

	/**
	 * Note what a check finds. It may stop at a problem that leaves nothing to look at.
	 * @param check the check
	 */
	public void collect(Runnable check) {
		try {
			check.run();
		}
		catch (InvalidTemplate ex) {
			ex.all().forEach((problem) -> add(problem.line() + " " + problem.getMessage(), problem));
			this.left += ex.left();
		}
	}

	boolean isEmpty() {
		return this.found.isEmpty();
	}

	/**
	 * Refuse the template unless nothing was found.
	 * @throws InvalidTemplate for the first problem, with the others
	 */
	public void refuse() {
		if (!this.found.isEmpty()) {
			throw this.found.getFirst().with(this.found.subList(1, this.found.size()), this.left);
		}
	}

}
