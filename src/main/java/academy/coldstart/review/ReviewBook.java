package academy.coldstart.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import academy.coldstart.course.Slug;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads and writes what is recorded of reviews. An outcome is written when it is first
 * seen.
 */
@Component
class ReviewBook {

	private static final Logger logger = LoggerFactory.getLogger(ReviewBook.class);

	private final ReviewTable table;

	private final Decisions decisions;

	private final TransactionOperations transactions;

	ReviewBook(ReviewTable table, Decisions decisions, TransactionOperations transactions) {
		this.table = table;
		this.decisions = decisions;
		this.transactions = transactions;
	}

	RecordedReviews read(Slug exercise) {
		BegunReview begun = this.table.begun(exercise).orElse(null);
		List<DecidedReview> decided = new ArrayList<>(this.table.decided(exercise));
		Optional<DecidedReview> decision = Optional.ofNullable(begun).flatMap(this.decisions::of);
		decision.ifPresent((made) -> {
			keep(made);
			if (!decided.contains(made)) {
				decided.add(made);
			}
		});
		return new RecordedReviews(decision.isPresent() ? null : begun, decided, this.table.answered(exercise),
				postponed(exercise));
	}

	/**
	 * Begin a review, or nothing.
	 * @param begin makes the starter the draft, and says what was begun
	 */
	void begin(Supplier<BegunReview> begin) {
		this.transactions.executeWithoutResult((status) -> {
			BegunReview review = begin.get();
			// One that is about a check that is gone gives way.
			this.table.end(review.exercise());
			this.table.begin(review);
		});
	}

	/**
	 * Let a question have been the review. One that was begun from the starter ends.
	 * @param review the answered question
	 * @return whether it was recorded; if not, another request was first
	 */
	boolean answer(AnsweredReview review) {
		try {
			this.transactions.executeWithoutResult((status) -> {
				this.table.answer(review);
				this.table.end(review.exercise());
			});
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	void postpone(Slug exercise, LocalDate until) {
		this.transactions.executeWithoutResult((status) -> {
			this.table.end(exercise);
			this.table.postpone(exercise, until);
		});
	}

	private @Nullable LocalDate postponed(Slug exercise) {
		return this.table.postponed(exercise).orElse(null);
	}

	// Where it cannot be written it follows from the attempts again next time.
	private void keep(DecidedReview review) {
		try {
			this.transactions.executeWithoutResult((status) -> {
				this.table.decide(review);
				this.table.end(review.exercise());
			});
		}
		catch (DuplicateKeyException ex) {
			logger.debug("Another request was first: submission={}", review.submission());
		}
		catch (DataAccessException | TransactionException ex) {
			logger.error("The outcome of a review could not be stored: submission={}", review.submission(), ex);
		}
	}

}
