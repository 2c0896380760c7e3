/**
 * Turns "run this learner program" into a confined process with limits that are watched.
 */
@ApplicationModule(allowedDependencies = { "process" })
@NullMarked
package academy.coldstart.isolation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
