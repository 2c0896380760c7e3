package academy.coldstart.grading.jobs;

/**
 * The classes of jobs: a job of a later constant goes before any of an earlier one.
 */
enum JobClass {

	/** Grade an old submission again. */
	REGRADE,

	/** A new submission of somebody who learns alone. */
	SELF_PACED;

	private static final int STEP = 1000;

	/**
	 * Return the priority for the scheduler.
	 * @return greater goes first
	 */
	int priority() {
		return (this == SELF_PACED) ? STEP : 0;
	}

}
