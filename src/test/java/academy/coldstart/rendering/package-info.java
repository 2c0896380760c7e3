/**
 * Tests of rendering.
 */
@NullMarked
package academy.coldstart.rendering;

import org.jspecify.annotations.NullMarked;
