package academy.coldstart.grading.web;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Reviews;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradingState;
import academy.coldstart.hint.Hints;
import academy.coldstart.hint.OpenedHints;
import academy.coldstart.submission.Drafts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What a report says beside the verdict: which hints are open, what the attempt meant for
 * a review, and whether the learner has gone on since.
 */
@Component
class LearningNotes {

	private static final Logger logger = LoggerFactory.getLogger(LearningNotes.class);

	private final Hints hints;

	private final Reviews reviews;

	private final Drafts drafts;

	LearningNotes(Hints hints, Reviews reviews, Drafts drafts) {
		this.hints = hints;
		this.reviews = reviews;
		this.drafts = drafts;
	}

	boolean isOutdated(GradingState state) {
		return this.drafts.isNewerThan(state.submission());
	}

	OpenedHints hints(GradingState state) {
		return this.hints.opened(state.submission());
	}

	@Nullable HintsView hints(GradingState state, CheckResult result, @Nullable Exercise exercise, @Nullable Long seed) {
		return HintsView.of(result, exercise, hints(state), seed);
	}

	@Nullable ReviewSentence review(GradingState state, @Nullable Exercise exercise) {
		if (exercise == null || state.report() == null) {
			return null;
		}
		try {
			return this.reviews.verdict(exercise, state.submission().toString()).map(ReviewSentence::of).orElse(null);
		}
		catch (DataAccessException | TransactionException ex) {
			// The verdict matters more than the review.
			logger.error("Reviews could not be read: submission={}", state.submission(), ex);
			return null;
		}
	}

}
