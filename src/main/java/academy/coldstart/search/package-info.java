/**
 * Finds passages of lessons and exercises, in an index in memory.
 */
@ApplicationModule(allowedDependencies = { "course", "rendering", "ui" })
@NullMarked
package academy.coldstart.search;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
