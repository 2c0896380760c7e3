/**
 * Plans reviews: exercises that were passed come up again, from the starter with one
 * check that counts, or with a question about their lesson.
 */
@ApplicationModule(allowedDependencies = { "course", "grading", "quiz", "submission", "ui" })
@NullMarked
package academy.coldstart.review;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
