/**
 * Tests of the module {@code endstate}.
 */
@NullMarked
package academy.coldstart.endstate;

import org.jspecify.annotations.NullMarked;
