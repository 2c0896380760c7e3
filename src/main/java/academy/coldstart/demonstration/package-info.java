/**
 * Runs of known programs that were recorded to be shown in lessons.
 */
@ApplicationModule(allowedDependencies = { "timeline", "trace" })
@NullMarked
package academy.coldstart.demonstration;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
