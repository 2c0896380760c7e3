/**
 * The queue of gradings: every submission becomes a job that survives restarts and is
 * graded once.
 */
@NullMarked
package academy.coldstart.grading.jobs;

import org.jspecify.annotations.NullMarked;
