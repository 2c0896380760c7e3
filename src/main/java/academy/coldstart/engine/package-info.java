/**
 * Installs, starts, warms, leases, watches and recycles LocalStack.
 */
@ApplicationModule(allowedDependencies = { "process" })
@NullMarked
package academy.coldstart.engine;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
