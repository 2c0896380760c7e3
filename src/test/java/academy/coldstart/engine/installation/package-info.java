/**
 * Tests of the engine's installation.
 */
@NullMarked
package academy.coldstart.engine.installation;

import org.jspecify.annotations.NullMarked;
