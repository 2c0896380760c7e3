package academy.coldstart.simulator.retry;

/**
 * A run of the handler. Times are seconds after the event came.
 *
 * @param number counts from one
 * @param start when it starts
 * @param end when it ends
 * @param succeeds whether it ends well
 */
record Attempt(int number, long start, long end, boolean succeeds) {
}
