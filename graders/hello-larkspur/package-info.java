/**
 * The grader of {@code hello-larkspur}.
 */
@NullMarked
package academy.coldstart.graders.hellolarkspur;

import org.jspecify.annotations.NullMarked;
