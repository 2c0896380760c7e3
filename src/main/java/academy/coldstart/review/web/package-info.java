/**
 * Begins reviews and puts them off.
 */
@NullMarked
package academy.coldstart.review.web;

import org.jspecify.annotations.NullMarked;
