/**
 * Tests of tries.
 */
@NullMarked
package academy.coldstart.trial;

import org.jspecify.annotations.NullMarked;
