package academy.coldstart.grading.jobs;

/**
 * The classes of jobs: a job of a later constant goes before any of an earlier one.
 */
enum JobClass {

	/** Run a reference solution, which somebody wants to look at. */
	REFERENCE(-1000),

	/** Grade an old submission again. */
	REGRADE(0),

	/** A new submission of somebody who learns alone. */
	SELF_PACED(1000);

	private final int priority;

	JobClass(int priority) {
		this.priority = priority;
	}

	/**
	 * Return the priority for the scheduler.
	 * @return greater goes first
	 */
	int priority() {
		return this.priority;
	}

}
