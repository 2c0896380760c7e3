/**
 * The grader of {@code charge-once}.
 */
@NullMarked
package academy.coldstart.graders.chargeonce;

import org.jspecify.annotations.NullMarked;
