/**
 * Tests of the engine's wiring.
 */
@NullMarked
package academy.coldstart.engine.wiring;

import org.jspecify.annotations.NullMarked;
