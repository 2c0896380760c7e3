/**
 * Colors code on the server, so that pages need no script for it. A leaf without Spring.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package academy.coldstart.highlighting;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
