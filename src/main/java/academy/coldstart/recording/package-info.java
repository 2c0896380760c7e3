/**
 * The proxy that every AWS call of a function goes through: pins the account, records,
 * refuses.
 */
@ApplicationModule(allowedDependencies = { "loopback", "trace" })
@NullMarked
package academy.coldstart.recording;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
