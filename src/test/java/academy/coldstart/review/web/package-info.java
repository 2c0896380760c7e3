/**
 * Tests of the addresses of reviews.
 */
@NullMarked
package academy.coldstart.review.web;

import org.jspecify.annotations.NullMarked;
