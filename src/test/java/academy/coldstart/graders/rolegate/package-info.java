/**
 * A grader that looks at what roles allow.
 */
@NullMarked
package academy.coldstart.graders.rolegate;

import org.jspecify.annotations.NullMarked;
