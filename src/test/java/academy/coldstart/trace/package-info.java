/**
 * Tests of the module {@code trace}.
 */
@NullMarked
package academy.coldstart.trace;

import org.jspecify.annotations.NullMarked;
