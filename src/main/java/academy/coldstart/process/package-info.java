/**
 * Child processes with a clean environment and with time and output limits, all started
 * by one permanent thread.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package academy.coldstart.process;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
