/**
 * What the learner did so far, and how to take it along or delete it.
 */
@ApplicationModule(allowedDependencies = { "course", "hint", "ui" })
@NullMarked
package academy.coldstart.progress;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
