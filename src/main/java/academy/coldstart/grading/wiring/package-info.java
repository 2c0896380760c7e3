/**
 * Connects the engine, the environment host and the recording proxy, which do not know
 * each other.
 */
@NullMarked
package academy.coldstart.grading.wiring;

import org.jspecify.annotations.NullMarked;
