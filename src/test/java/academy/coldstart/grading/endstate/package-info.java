/**
 * Tests of reading the state at the end.
 */
@NullMarked
package academy.coldstart.grading.endstate;

import org.jspecify.annotations.NullMarked;
