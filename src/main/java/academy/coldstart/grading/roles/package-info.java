/**
 * What the accounts of runs say about callers and policies.
 */
@NullMarked
package academy.coldstart.grading.roles;

import org.jspecify.annotations.NullMarked;
