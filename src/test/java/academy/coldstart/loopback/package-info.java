/**
 * Tests of the module {@code loopback}.
 */
@NullMarked
package academy.coldstart.loopback;

import org.jspecify.annotations.NullMarked;
