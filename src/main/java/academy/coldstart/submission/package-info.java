/**
 * Accepts the files of a learner, checks their limits, and keeps every submission.
 */
@ApplicationModule(allowedDependencies = { "course", "rendering", "timeline", "ui" })
@NullMarked
package academy.coldstart.submission;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
