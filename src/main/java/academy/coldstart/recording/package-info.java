/**
 * The proxy that every AWS call of a function goes through: pins the account, records,
 * refuses, denies what the role does not allow, and carries out the faults that a grader
 * asked for.
 */
@ApplicationModule(allowedDependencies = { "authorization", "fault", "loopback", "trace" })
@NullMarked
package academy.coldstart.recording;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
