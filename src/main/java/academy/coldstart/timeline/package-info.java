/**
 * Lays out what happened in a run for people: as rows of a table, as logs by invocation,
 * and as a figure.
 */
@ApplicationModule(allowedDependencies = { "trace", "ui" })
@NullMarked
package academy.coldstart.timeline;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
