/**
 * Tries code without checking it: one invocation with an event that the learner chooses,
 * in a stack that stays open for the next.
 */
@ApplicationModule(allowedDependencies = { "course", "grading", "submission", "timeline", "trace", "ui" })
@NullMarked
package academy.coldstart.trial;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
