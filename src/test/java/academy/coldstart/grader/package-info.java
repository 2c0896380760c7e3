/**
 * Tests of the language that graders are written in.
 */
@NullMarked
package academy.coldstart.grader;

import org.jspecify.annotations.NullMarked;
