/**
 * Grades least-privilege: what the roles of three functions allow.
 */
@NullMarked
package academy.coldstart.graders.leastprivilege;

import org.jspecify.annotations.NullMarked;
