/**
 * Tests of what AWS requests and responses look like on the wire.
 */
@NullMarked
package academy.coldstart.recording.protocol;

import org.jspecify.annotations.NullMarked;
