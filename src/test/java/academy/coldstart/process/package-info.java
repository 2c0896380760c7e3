/**
 * Tests of the module {@code process}.
 */
@NullMarked
package academy.coldstart.process;

import org.jspecify.annotations.NullMarked;
