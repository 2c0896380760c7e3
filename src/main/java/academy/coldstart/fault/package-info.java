/**
 * The faults of a run: which calls meet one, how many of them, and what is done to them.
 * Decides only; those who see the calls carry it out.
 */
@ApplicationModule(allowedDependencies = { "trace" })
@NullMarked
package academy.coldstart.fault;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
