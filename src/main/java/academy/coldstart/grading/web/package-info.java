/**
 * The pages of a submission: the grading while it runs, then its report and what
 * happened.
 */
@NullMarked
package academy.coldstart.grading.web;

import org.jspecify.annotations.NullMarked;
