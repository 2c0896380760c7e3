package academy.coldstart.simulator.concurrency;

/**
 * What bounds a function.
 *
 * @param concurrency how many invocations it may have at once
 * @param provisioned how many environments are made before the first request
 * @param idle microseconds that an idle environment is kept, which AWS does not publish
 */
record Limits(int concurrency, int provisioned, long idle) {
}
