/**
 * Tests of the course and of its content.
 */
@NullMarked
package academy.coldstart.course;

import org.jspecify.annotations.NullMarked;
