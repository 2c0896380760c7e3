/**
 * Simulators: small models of how Lambda behaves, which learners set and watch. The
 * models know no page, and the figures they draw are rendered on the server.
 */
@ApplicationModule(allowedDependencies = { "course", "rendering", "ui" })
@NullMarked
package academy.coldstart.simulator;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
