/**
 * The register of what the engine does as AWS does, and of what differs.
 */
@ApplicationModule(allowedDependencies = "ui")
@NullMarked
package academy.coldstart.parity;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
