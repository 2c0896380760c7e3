package academy.coldstart.review;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What is recorded of the reviews of an exercise.
 *
 * @param begun the one that is not decided yet, or null
 * @param decided those that an attempt decided, in order
 * @param answered those that were questions, in order
 * @param postponed the day to which the learner put it off last, or null
 */
record RecordedReviews(@Nullable BegunReview begun, List<DecidedReview> decided, List<AnsweredReview> answered,
		@Nullable LocalDate postponed) {

	RecordedReviews {
		decided = List.copyOf(decided);
		answered = List.copyOf(answered);
	}

	/**
	 * Return how all reviews ended.
	 * @return the outcomes, in order
	 */
	List<ReviewOutcome> outcomes() {
		return Stream
			.concat(this.decided.stream().map((review) -> new ReviewOutcome(review.passed(), review.decidedAt())),
					this.answered.stream().map((review) -> new ReviewOutcome(review.passed(), review.answeredAt())))
			.sorted(Comparator.comparing(ReviewOutcome::at))
			.toList();
	}

}
