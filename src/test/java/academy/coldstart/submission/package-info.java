/**
 * Tests of intake and of the store of submissions.
 */
@NullMarked
package academy.coldstart.submission;

import org.jspecify.annotations.NullMarked;
