/**
 * Loads and validates lessons and exercises and answers what there is to learn.
 */
@ApplicationModule(allowedDependencies = { "demonstration", "quiz", "rendering", "ui" })
@NullMarked
package academy.coldstart.course;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
