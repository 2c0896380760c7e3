/**
 * Tests of the simulators.
 */
@NullMarked
package academy.coldstart.simulator;

import org.jspecify.annotations.NullMarked;
