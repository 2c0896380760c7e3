package academy.coldstart.grader;

/**
 * A place in the learner's files.
 *
 * @param file the file as it was handed in
 * @param line the line, from 1
 */
public record Place(String file, int line) {

	@Override
	public String toString() {
		return this.file + ", line " + this.line;
	}

}
