/**
 * Tests of the stages of a grading.
 */
@NullMarked
package academy.coldstart.grading.pipeline;

import org.jspecify.annotations.NullMarked;
