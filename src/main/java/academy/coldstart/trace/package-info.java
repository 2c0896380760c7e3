/**
 * The records of what happened in a grading run: execution environments, invocations, AWS
 * calls, log lines and grader actions.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package academy.coldstart.trace;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
