/**
 * Tests of the queue of gradings.
 */
@NullMarked
package academy.coldstart.grading.jobs;

import org.jspecify.annotations.NullMarked;
