/**
 * Tests of the colors of code.
 */
@NullMarked
package academy.coldstart.highlighting;

import org.jspecify.annotations.NullMarked;
