/**
 * Tests of the engine's fleet.
 */
@NullMarked
package academy.coldstart.engine.fleet;

import org.jspecify.annotations.NullMarked;
