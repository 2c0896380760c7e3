/**
 * HTTP listeners on the loopback interface, one per caller, so that the listener says who
 * is calling.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package academy.coldstart.loopback;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
