package academy.coldstart.progress;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import academy.coldstart.course.Attempt;
import academy.coldstart.course.Attempt.Standing;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.ReviewStanding;
import org.jspecify.annotations.Nullable;

/**
 * How the learner stands with an exercise.
 *
 * @param exercise its name
 * @param title its title
 * @param attempts how many attempts have a verdict
 * @param best the most points that an attempt reached, or null without a verdict
 * @param passedAt when it was passed first, or null
 * @param hintsOpened how many of its hints were opened
 * @param hints how many hints it has
 * @param review how it stands with its reviews
 */
public record ExerciseProgress(String exercise, String title, int attempts, @Nullable Integer best,
		@Nullable Instant passedAt, int hintsOpened, int hints, ReviewProgress review) {

	static ExerciseProgress of(Exercise exercise, List<Attempt> attempts, int hintsOpened, ReviewStanding review) {
		List<Attempt> graded = attempts.stream()
			.filter((attempt) -> attempt.standing() == Standing.PASSED || attempt.standing() == Standing.NOT_PASSED)
			.toList();
		Integer best = graded.stream()
			.map(Attempt::score)
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder())
			.orElse(null);
		Instant passedAt = graded.stream()
			.filter((attempt) -> attempt.standing() == Standing.PASSED)
			.map(Attempt::submittedAt)
			.min(Comparator.naturalOrder())
			.orElse(null);
		return new ExerciseProgress(exercise.slug().value(), exercise.title(), graded.size(), best, passedAt,
				hintsOpened, exercise.checks().stream().mapToInt((check) -> check.hints().size()).sum(),
				ReviewProgress.of(review));
	}

	/**
	 * Say whether an attempt passed.
	 * @return whether one did
	 */
	public boolean isPassed() {
		return this.passedAt != null;
	}

}
