/**
 * The environment host: runs Lambda functions in execution environments through the
 * Runtime API.
 */
@ApplicationModule(allowedDependencies = { "fault", "isolation", "loopback", "process", "trace" })
@NullMarked
package academy.coldstart.execution;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
