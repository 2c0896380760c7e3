package academy.coldstart.grading.web;

import academy.coldstart.timeline.PairView;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows that compares an attempt with the reference.
 *
 * @param exercise the title of the exercise
 * @param exerciseHref the page of the exercise
 * @param language the language
 * @param report the address of the attempt's report
 * @param standing where the comparison is
 * @param sentence what there is to say about that
 * @param run which run is compared, and with which seed
 * @param compared what is shown, once there is something
 */
record ReferencePage(String exercise, String exerciseHref, String language, String report, Standing standing,
		String sentence, String run, @Nullable Compared compared) {

	/**
	 * Return the address of this page, which is also that of its form.
	 * @return the address
	 */
	public String address() {
		return this.report + "/reference";
	}

	/**
	 * Return whether the page changes by itself.
	 * @return whether the run of the reference waits or is being made
	 */
	public boolean isWaiting() {
		return this.standing == Standing.WAITING;
	}

	/**
	 * Return whether the platform failed to run the reference.
	 * @return whether it did
	 */
	public boolean isFaulted() {
		return this.standing == Standing.FAULTED;
	}

	/**
	 * Return whether the run of the reference can be asked for.
	 * @return whether there is a button for that
	 */
	public boolean isOffered() {
		return this.standing == Standing.OFFERED || isFaulted();
	}

	/**
	 * Where a comparison is.
	 */
	enum Standing {

		/** There is nothing to compare. */
		IMPOSSIBLE,

		/** Nobody asked for it yet. */
		OFFERED,

		/** The run of the reference waits or is being made. */
		WAITING,

		/** The run of the reference could not be made. */
		FAULTED,

		/** Both runs are there. */
		COMPARED

	}

	/**
	 * A comparison.
	 *
	 * @param glimpse what anybody may see
	 * @param href the learner's call that differs, in the report, or null
	 * @param passed whether the learner has passed the exercise
	 * @param stopped whether checks may have stopped before the run was complete
	 * @param whole the calls with their bodies, null unless the exercise is passed
	 * @param pair both runs as figures, null unless the exercise is passed
	 * @param state what both left behind, or null when that was not kept
	 */
	record Compared(CallsGlimpse glimpse, @Nullable String href, boolean passed, boolean stopped,
			@Nullable CallsChange whole, @Nullable PairView pair, @Nullable StateContrast state) {
	}

}
