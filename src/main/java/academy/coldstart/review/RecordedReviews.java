package academy.coldstart.review;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is recorded of the reviews of an exercise.
 *
 * @param begun the one that is not decided yet, or null
 * @param decided those that are decided, in order
 * @param postponed the day to which the learner put it off last, or null
 */
record RecordedReviews(@Nullable BegunReview begun, List<DecidedReview> decided, @Nullable LocalDate postponed) {

	RecordedReviews {
		decided = List.copyOf(decided);
	}

}
