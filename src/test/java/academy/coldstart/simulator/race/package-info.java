/**
 * Two deliveries of one order, and how often the customer pays.
 */
@NullMarked
package academy.coldstart.simulator.race;

import org.jspecify.annotations.NullMarked;
