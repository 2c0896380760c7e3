/**
 * Tests of what the grader of where-failures-go decides by itself.
 */
@NullMarked
package academy.coldstart.graders.wherefailuresgo;

import org.jspecify.annotations.NullMarked;
