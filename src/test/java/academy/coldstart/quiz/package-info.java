/**
 * Tests of the questions.
 */
@NullMarked
package academy.coldstart.quiz;

import org.jspecify.annotations.NullMarked;
