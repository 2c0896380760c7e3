/**
 * Wires the engine and chooses how it is run.
 */
@NullMarked
package academy.coldstart.engine.wiring;

import org.jspecify.annotations.NullMarked;
