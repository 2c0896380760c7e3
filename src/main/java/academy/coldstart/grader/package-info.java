/**
 * The language that graders are written in: checks, deployments, invocations, calls and
 * timelines.
 *
 * <p>
 * Nothing here knows Spring: a grader needs only this package, {@code trace},
 * {@code authorization}, JUnit and the AWS SDK.
 */
@ApplicationModule(allowedDependencies = { "authorization", "fault", "trace" })
@NullMarked
package academy.coldstart.grader;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
