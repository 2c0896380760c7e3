/**
 * The page shell that every page shares: layout, navigation, errors and assets.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package academy.coldstart.ui;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
