package academy.coldstart.ui;

/**
 * Tells the page shell whether work can be graded. Answered by the module that grades, so
 * that the shell knows no feature.
 */
public interface GradingReadiness {

	/**
	 * Return how grading stands. Never blocks: every page asks.
	 * @return the readiness now
	 */
	Readiness now();

}
