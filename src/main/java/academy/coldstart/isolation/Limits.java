package academy.coldstart.isolation;

/**
 * What a learner program may use up, counted over all its processes unless stated.
 *
 * @param memoryBytes the memory that all processes may hold together
 * @param dataHeadroomBytes how much private memory each process may map beyond that
 * without using it
 * @param processes how many processes and threads may live at once
 * @param openFiles how many files each process may hold open
 * @param scratchBytes how much it may write into its scratch directory
 * @param scratchFiles how many files and directories may be in there
 */
public record Limits(long memoryBytes, long dataHeadroomBytes, int processes, int openFiles, long scratchBytes,
		int scratchFiles) {
}
