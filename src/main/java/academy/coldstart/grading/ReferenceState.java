package academy.coldstart.grading;

/**
 * How the run of a reference solution stands.
 */
public enum ReferenceState {

	/** Waiting for a runner. */
	WAITING,

	/** Being made. */
	RUNNING,

	/** Made, with all points. */
	DONE,

	/** Not made, or without all points: in both cases the platform is to blame. */
	FAULTED

}
