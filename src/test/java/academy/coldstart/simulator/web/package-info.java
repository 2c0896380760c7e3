/**
 * The pages of simulators.
 */
@NullMarked
package academy.coldstart.simulator.web;

import org.jspecify.annotations.NullMarked;
