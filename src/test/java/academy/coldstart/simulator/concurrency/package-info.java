/**
 * How many execution environments a load needs.
 */
@NullMarked
package academy.coldstart.simulator.concurrency;

import org.jspecify.annotations.NullMarked;
