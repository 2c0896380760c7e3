/**
 * Grades where-failures-go: what is left of an event that was given up, and who hears of
 * it.
 */
@NullMarked
package academy.coldstart.graders.wherefailuresgo;

import org.jspecify.annotations.NullMarked;
