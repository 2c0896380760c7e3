/**
 * Decides whether policies allow a call, by the rules of AWS Identity and Access
 * Management, and which actions and resources a call needs. Knows nothing of where
 * policies and calls come from.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package academy.coldstart.authorization;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
