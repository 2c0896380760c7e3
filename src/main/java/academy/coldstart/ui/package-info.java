/**
 * The page shell that every page shares: layout, errors, assets, and the rules of who may
 * ask for what.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package academy.coldstart.ui;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
