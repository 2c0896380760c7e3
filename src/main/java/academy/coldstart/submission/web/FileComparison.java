package academy.coldstart.submission.web;

import academy.coldstart.submission.LineDifferences;

/**
 * A file of a solution beside what the learner wrote under the same name.
 *
 * @param path its path
 * @param text the whole text of the solution's file
 * @param differences what differs
 */
record FileComparison(String path, String text, LineDifferences differences) {

	static FileComparison of(String path, String own, String solution) {
		return new FileComparison(path, solution, LineDifferences.between(own, solution));
	}

	/**
	 * Return whether nothing differs.
	 * @return whether the learner wrote the same
	 */
	public boolean isSame() {
		return this.differences.lines().isEmpty() && !this.differences.tooLong();
	}

}
