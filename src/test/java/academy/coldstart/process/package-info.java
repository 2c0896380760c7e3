/**
 * Tests of child processes.
 */
@NullMarked
package academy.coldstart.process;

import org.jspecify.annotations.NullMarked;
