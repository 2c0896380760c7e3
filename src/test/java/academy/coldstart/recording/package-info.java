/**
 * Tests of the recording proxy.
 */
@NullMarked
package academy.coldstart.recording;

import org.jspecify.annotations.NullMarked;
