/**
 * Brings a submission into an account: code archives, the template as the engine needs
 * it, the change set, and what the engine forgets to apply.
 */
@NullMarked
package academy.coldstart.grading.deployment;

import org.jspecify.annotations.NullMarked;
