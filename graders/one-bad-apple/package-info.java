/**
 * The grader of {@code one-bad-apple}.
 */
@NullMarked
package academy.coldstart.graders.onebadapple;

import org.jspecify.annotations.NullMarked;
