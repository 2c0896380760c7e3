/**
 * Measures what Coldstart costs, side by side with the same work done without it.
 */
@ApplicationModule(allowedDependencies = { "authorization", "course", "execution", "grading", "isolation", "process",
		"recording", "trace", "trial" })
@NullMarked
package academy.coldstart.bench;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
