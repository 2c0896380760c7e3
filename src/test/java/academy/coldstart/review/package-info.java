/**
 * Tests of reviews.
 */
@NullMarked
package academy.coldstart.review;

import org.jspecify.annotations.NullMarked;
