/**
 * Tests of grading.
 */
@NullMarked
package academy.coldstart.grading;

import org.jspecify.annotations.NullMarked;
