package academy.coldstart.review;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.course.Exercise;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.Gradings;

import org.springframework.stereotype.Component;

/**
 * Chooses the check that counts in a review: of those that a review can be about, the one
 * that the learner failed most often, else the first.
 */
@Component
class CountedCheck {

	/** The failures of so many attempts count, the latest ones. */
	private static final int ATTEMPTS = 50;

	private final Gradings gradings;

	CountedCheck(Gradings gradings) {
		this.gradings = gradings;
	}

	/**
	 * Choose the check.
	 * @param exercise an exercise that can be reviewed
	 * @return the check that counts
	 */
	CheckDefinition of(Exercise exercise) {
		Map<String, Integer> failures = failures(exercise);
		List<CheckDefinition> checks = exercise.reviewChecks();
		int most = checks.stream()
			.map((check) -> failures.getOrDefault(check.id(), 0))
			.max(Comparator.naturalOrder())
			.orElse(0);
		return checks.stream()
			.filter((check) -> failures.getOrDefault(check.id(), 0) == most)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("There is nothing to review in " + exercise.slug()));
	}

	private Map<String, Integer> failures(Exercise exercise) {
		Map<String, Integer> failures = new HashMap<>();
		this.gradings.history(exercise.slug(), 0)
			.stream()
			.limit(ATTEMPTS)
			.map(GradingState::report)
			.filter(Objects::nonNull)
			.flatMap((report) -> report.checks().stream())
			.filter((result) -> result.outcome() == CheckResult.Outcome.FAILED)
			.forEach((result) -> failures.merge(result.id(), 1, Integer::sum));
		return failures;
	}

}
