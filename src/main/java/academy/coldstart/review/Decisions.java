package academy.coldstart.review;

import java.util.List;
import java.util.Optional;

import academy.coldstart.course.Attempt;
import academy.coldstart.course.Attempt.Standing;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.Gradings;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.SubmissionId;

import org.springframework.stereotype.Component;

/**
 * Finds the attempt that decides a review: the first one that was made in it, in its
 * language, and in which its check ran.
 */
@Component
class Decisions {

	private final LearnerProgress progress;

	private final Gradings gradings;

	private final Drafts drafts;

	Decisions(LearnerProgress progress, Gradings gradings, Drafts drafts) {
		this.progress = progress;
		this.gradings = gradings;
		this.drafts = drafts;
	}

	/**
	 * Decide a review.
	 * @param review the review
	 * @return what became of it, or empty as long as nothing decides
	 */
	Optional<DecidedReview> of(BegunReview review) {
		for (Attempt attempt : madeIn(review)) {
			if (attempt.standing() == Standing.UNDER_WAY) {
				return Optional.empty();
			}
			Optional<DecidedReview> decision = result(attempt, review.check())
				.map((outcome) -> new DecidedReview(id(attempt), review.exercise(), review.check(),
						outcome == CheckResult.Outcome.PASSED, attempt.submittedAt()));
			if (decision.isPresent()) {
				return decision;
			}
		}
		return Optional.empty();
	}

	/**
	 * Say whether an attempt was made in a review and has a verdict, though none on the
	 * check that counts.
	 * @param review the review
	 * @param submission the id of the attempt
	 * @return whether the review goes on after it
	 */
	boolean leavesOpen(BegunReview review, String submission) {
		return madeIn(review).stream()
			.anyMatch((attempt) -> attempt.submission().equals(submission) && attempt.score() != null
					&& result(attempt, review.check()).isEmpty());
	}

	private List<Attempt> madeIn(BegunReview review) {
		return this.progress.attempts(review.exercise())
			.reversed()
			.stream()
			.filter((attempt) -> attempt.language().equals(review.language().id()))
			.filter((attempt) -> !attempt.submittedAt().isBefore(review.begunAt()))
			.filter((attempt) -> isMadeFrom(review, attempt))
			.toList();
	}

	// A page that was open before shows other code than the starter. Programs name no
	// draft.
	private boolean isMadeFrom(BegunReview review, Attempt attempt) {
		return this.drafts.revision(id(attempt)).orElse(Long.MAX_VALUE) >= review.revision();
	}

	private Optional<CheckResult.Outcome> result(Attempt attempt, String check) {
		return this.gradings.find(id(attempt))
			.map(GradingState::report)
			.map(GradeReport::checks)
			.flatMap((checks) -> checks.stream().filter((result) -> result.id().equals(check)).findFirst())
			.map(CheckResult::outcome)
			.filter((outcome) -> outcome == CheckResult.Outcome.PASSED || outcome == CheckResult.Outcome.FAILED);
	}

	private static SubmissionId id(Attempt attempt) {
		return SubmissionId.parse(attempt.submission());
	}

}
