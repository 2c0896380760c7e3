package academy.coldstart.grading;

import java.util.Optional;

/**
 * The runs of reference solutions that learners compare their own with. They are graded
 * like submissions, when no submission waits, and are attempts of nobody.
 */
public interface ReferenceRuns {

	/**
	 * Return how a run stands.
	 * @param key which run
	 * @return its state, or empty when nobody asked for it yet
	 */
	Optional<ReferenceState> find(ReferenceKey key);

	/**
	 * Ask for a run. One that is there, waits or runs stays what it is; one that the
	 * platform failed to make is made again.
	 * @param key which run
	 */
	void request(ReferenceKey key);

	/**
	 * Return the stored trace of a run that is done.
	 * @param key which run
	 * @return {@code trace.json}: an object with a list {@code runs} of one trace
	 */
	Optional<String> trace(ReferenceKey key);

	/**
	 * Return what was left at the end of a run that is done.
	 * @param key which run
	 * @return {@code end-state.json}: an object with a list {@code runs} of at most one
	 * state; or empty when none was kept of this run
	 */
	Optional<String> endState(ReferenceKey key);

}
