/**
 * Plans reviews: exercises that were passed come up again, from the starter, with one
 * check that counts.
 */
@ApplicationModule(allowedDependencies = { "course", "grading", "submission", "ui" })
@NullMarked
package academy.coldstart.review;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
