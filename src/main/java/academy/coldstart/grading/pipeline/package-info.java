/**
 * The stages of a grading, from the learner's files to the report.
 */
@NullMarked
package academy.coldstart.grading.pipeline;

import org.jspecify.annotations.NullMarked;
