/**
 * The running LocalStacks, however they are run: started, warmed, leased, watched and
 * replaced.
 */
@NullMarked
package academy.coldstart.engine.fleet;

import org.jspecify.annotations.NullMarked;
