package academy.coldstart.isolation;

/**
 * A limit that a learner program exceeded and was killed for.
 */
public enum Breach {

	/** It used more memory than it may. */
	MEMORY,

	/** It started more processes and threads than it may. */
	PROCESSES,

	/** It filled its scratch directory beyond its size. */
	SCRATCH

}
