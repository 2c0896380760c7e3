package academy.coldstart.rendering;

/**
 * A drawing holds something that is not allowed in a page.
 */
final class SvgProblem extends Exception {

	SvgProblem(String message) {
		super(message);
	}

}
