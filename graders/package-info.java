/**
 * The graders of all exercises: each knows how to tell whether a submission behaves as
 * its exercise asks.
 */
@ApplicationModule(allowedDependencies = { "authorization", "grader", "trace" })
@NullMarked
package academy.coldstart.graders;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
