/**
 * The grader of an exercise that only tests have.
 */
@NullMarked
package academy.coldstart.graders.outage;

import org.jspecify.annotations.NullMarked;
