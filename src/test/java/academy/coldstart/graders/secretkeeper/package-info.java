/**
 * Tests of the grader of {@code secret-keeper}.
 */
@NullMarked
package academy.coldstart.graders.secretkeeper;

import org.jspecify.annotations.NullMarked;
