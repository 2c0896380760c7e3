/**
 * Who calls a handler again after it failed, and where the event ends.
 */
@NullMarked
package academy.coldstart.simulator.retry;

import org.jspecify.annotations.NullMarked;
