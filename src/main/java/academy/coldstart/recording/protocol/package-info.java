/**
 * What AWS requests and responses look like on the wire: which operation a request calls,
 * what it touches, which error a response carries.
 */
@NullMarked
package academy.coldstart.recording.protocol;

import org.jspecify.annotations.NullMarked;
