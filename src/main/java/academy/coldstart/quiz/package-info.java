/**
 * Questions inside texts: what they ask, and what follows from an answer. Without Spring
 * types.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package academy.coldstart.quiz;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
