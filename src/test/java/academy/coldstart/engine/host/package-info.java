/**
 * Tests of the engine that is a child process.
 */
@NullMarked
package academy.coldstart.engine.host;

import org.jspecify.annotations.NullMarked;
