/**
 * Tests of the attacks.
 */
@NullMarked
package academy.coldstart.attack;

import org.jspecify.annotations.NullMarked;
