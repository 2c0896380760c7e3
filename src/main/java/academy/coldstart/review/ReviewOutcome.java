package academy.coldstart.review;

import java.time.Instant;

/**
 * How a review ended, whatever it was.
 *
 * @param passed whether it was passed
 * @param at when
 */
record ReviewOutcome(boolean passed, Instant at) {
}
