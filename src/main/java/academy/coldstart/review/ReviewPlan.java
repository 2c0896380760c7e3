package academy.coldstart.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import academy.coldstart.course.Attempt;
import academy.coldstart.course.Attempt.Standing;
import academy.coldstart.course.CheckDefinition;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.course.ReviewStanding;
import academy.coldstart.course.ReviewVerdict;
import academy.coldstart.course.Reviews;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Computes what is to be reviewed, from the stored attempts and the outcomes of earlier
 * reviews.
 */
@Service
class ReviewPlan implements Reviews {

	private final LearnerProgress progress;

	private final ReviewBook book;

	private final Decisions decisions;

	private final Clock clock;

	ReviewPlan(LearnerProgress progress, ReviewBook book, Decisions decisions, Clock clock) {
		this.progress = progress;
		this.book = book;
		this.decisions = decisions;
		this.clock = clock;
	}

	@Override
	public ReviewStanding standing(Exercise exercise) {
		List<Attempt> passes = passes(exercise);
		if (passes.isEmpty() || exercise.reviewChecks().isEmpty()) {
			return new ReviewStanding.None();
		}
		RecordedReviews recorded = this.book.read(exercise.slug());
		BegunReview begun = recorded.begun();
		CheckDefinition check = (begun != null) ? check(exercise, begun.check()) : null;
		if (begun != null && check != null) {
			return new ReviewStanding.UnderWay(day(begun.begunAt()), begun.language(), check);
		}
		LocalDate due = schedule(passes, recorded.outcomes()).due();
		return (due != null) ? standing(due, recorded.postponed(), language(exercise, passes))
				: new ReviewStanding.Done();
	}

	@Override
	public Optional<ReviewVerdict> verdict(Exercise exercise, String submission) {
		RecordedReviews recorded = this.book.read(exercise.slug());
		for (DecidedReview review : recorded.decided()) {
			if (review.submission().toString().equals(submission)) {
				List<ReviewOutcome> until = recorded.outcomes()
					.stream()
					.filter((outcome) -> !outcome.at().isAfter(review.decidedAt()))
					.toList();
				return Optional.of(verdict(exercise, review, schedule(passes(exercise), until).due()));
			}
		}
		return Optional.ofNullable(recorded.begun())
			.filter((begun) -> this.decisions.leavesOpen(begun, submission))
			.map((begun) -> new ReviewVerdict(title(exercise, begun.check()), ReviewVerdict.Outcome.OPEN, null));
	}

	private ReviewStanding standing(LocalDate due, @Nullable LocalDate postponed, Language language) {
		LocalDate day = (postponed != null && postponed.isAfter(due)) ? postponed : due;
		return day.isAfter(day(this.clock.instant())) ? new ReviewStanding.Waiting(day, !day.equals(due))
				: new ReviewStanding.Due(day, language);
	}

	private ReviewVerdict verdict(Exercise exercise, DecidedReview review, @Nullable LocalDate next) {
		return new ReviewVerdict(title(exercise, review.check()),
				review.passed() ? ReviewVerdict.Outcome.PASSED : ReviewVerdict.Outcome.FAILED, next);
	}

	private Schedule schedule(List<Attempt> passes, List<ReviewOutcome> outcomes) {
		Schedule schedule = Schedule.from(day(passes.getLast().submittedAt()));
		for (ReviewOutcome outcome : outcomes) {
			schedule = schedule.after(outcome, day(outcome.at()));
		}
		return schedule;
	}

	// Newest first.
	private List<Attempt> passes(Exercise exercise) {
		return this.progress.attempts(exercise.slug())
			.stream()
			.filter((attempt) -> attempt.standing() == Standing.PASSED)
			.toList();
	}

	private static Language language(Exercise exercise, List<Attempt> passes) {
		return passes.stream()
			.flatMap((attempt) -> Language.find(attempt.language()).stream())
			.filter(exercise.languages()::contains)
			.findFirst()
			.orElseGet(() -> exercise.languages().stream().min(Comparator.naturalOrder()).orElseThrow());
	}

	private static @Nullable CheckDefinition check(Exercise exercise, String id) {
		return exercise.checks().stream().filter((check) -> check.id().equals(id)).findFirst().orElse(null);
	}

	private static String title(Exercise exercise, String id) {
		CheckDefinition check = check(exercise, id);
		return (check != null) ? check.title() : id;
	}

	private static LocalDate day(Instant time) {
		return LocalDate.ofInstant(time, ZoneId.systemDefault());
	}

}
