package academy.coldstart.grading;

/**
 * Hears how a grading goes. Called from several threads.
 */
public interface GradingProgress {

	/** Hears nothing. */
	GradingProgress NONE = new GradingProgress() {
	};

	/**
	 * A stage began.
	 * @param stage {@code package}, {@code engine}, {@code deploy} or {@code check}; or
	 * {@link GradingState#REPEATING} when a run begins again
	 */
	default void stageStarted(String stage) {
	}

	/**
	 * A check has its result for all seeds.
	 * @param result the result
	 */
	default void checkFinished(CheckResult result) {
	}

}
