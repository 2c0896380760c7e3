/**
 * Tests of the whole.
 */
@NullMarked
package academy.coldstart;

import org.jspecify.annotations.NullMarked;
