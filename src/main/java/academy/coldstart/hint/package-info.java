/**
 * Which hints the learner opened. Hints are free: what is recorded changes no verdict.
 */
@ApplicationModule(allowedDependencies = { "course", "submission" })
@NullMarked
package academy.coldstart.hint;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
