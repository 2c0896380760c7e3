/**
 * Tests of the timeline.
 */
@NullMarked
package academy.coldstart.timeline;

import org.jspecify.annotations.NullMarked;
