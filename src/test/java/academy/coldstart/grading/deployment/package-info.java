/**
 * Tests of bringing submissions into an account.
 */
@NullMarked
package academy.coldstart.grading.deployment;

import org.jspecify.annotations.NullMarked;
