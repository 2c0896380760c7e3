/**
 * Exercises as folders for an IDE, and the libraries that functions find when they run.
 */
@ApplicationModule(allowedDependencies = { "course", "submission", "ui" })
@NullMarked
package academy.coldstart.project;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
