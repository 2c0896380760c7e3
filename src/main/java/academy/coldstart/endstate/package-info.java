/**
 * What was left in the tables, queues and buckets of a stack when a run had ended, and
 * how two such states differ. With their JSON Schema the contract of
 * {@code end-state.json}. A leaf without Spring.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package academy.coldstart.endstate;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
