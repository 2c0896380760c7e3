/**
 * The grader of an exercise that only tests have.
 */
@NullMarked
package academy.coldstart.graders.badtemplate;

import org.jspecify.annotations.NullMarked;
