/**
 * Reads what is in the tables, queues and buckets of a stack when a run has ended.
 */
@NullMarked
package academy.coldstart.grading.endstate;

import org.jspecify.annotations.NullMarked;
