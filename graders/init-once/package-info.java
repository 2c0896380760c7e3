/**
 * The grader of {@code init-once}.
 */
@NullMarked
package academy.coldstart.graders.initonce;

import org.jspecify.annotations.NullMarked;
