/**
 * Attacks the platform in the ways that learner code could, and says what came of each.
 */
@ApplicationModule(allowedDependencies = { "course", "execution", "fault", "grading", "isolation", "loopback",
		"process", "recording", "submission", "trace" })
@NullMarked
package academy.coldstart.attack;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
