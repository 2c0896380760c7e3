package academy.coldstart.rendering;

/**
 * A region of a file that cannot be cut out.
 */
final class RegionProblem extends Exception {

	private final String remedy;

	RegionProblem(String what, String remedy) {
		super(what);
		this.remedy = remedy;
	}

	String what() {
		return String.valueOf(getMessage());
	}

	String remedy() {
		return this.remedy;
	}

}
