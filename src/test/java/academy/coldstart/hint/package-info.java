/**
 * Tests of hints.
 */
@NullMarked
package academy.coldstart.hint;

import org.jspecify.annotations.NullMarked;
