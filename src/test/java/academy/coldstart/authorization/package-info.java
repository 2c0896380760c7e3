/**
 * Tests of the rules for authorizations.
 */
@NullMarked
package academy.coldstart.authorization;

import org.jspecify.annotations.NullMarked;
