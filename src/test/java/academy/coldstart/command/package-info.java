/**
 * Tests of the command line.
 */
@NullMarked
package academy.coldstart.command;

import org.jspecify.annotations.NullMarked;
