/**
 * The grader of {@code borrowed-badge}.
 */
@NullMarked
package academy.coldstart.graders.borrowedbadge;

import org.jspecify.annotations.NullMarked;
