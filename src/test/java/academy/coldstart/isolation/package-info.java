/**
 * Tests of the isolation module.
 */
@NullMarked
package academy.coldstart.isolation;

import org.jspecify.annotations.NullMarked;
