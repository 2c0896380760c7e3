package academy.coldstart.grading.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.course.Exercise;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.CheckResult.Outcome;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradeReport.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Computes the verdict from the results of all seeds.
 *
 * @param outcome the verdict
 * @param score the points from 0 to 100
 * @param problem what kept checks from running, or null
 * @param checks the results in the order of the exercise
 */
record Verdict(GradeReport.Outcome outcome, int score, @Nullable Problem problem, List<CheckResult> checks) {

	/** What a submission with a failed gate reaches at most. */
	static final int GATE_CAP = 60;

	Verdict {
		checks = List.copyOf(checks);
	}

	/**
	 * Compute the verdict.
	 * @param definitions the checks of the exercise
	 * @param seeds how the run of each seed ended, at least one
	 * @return the verdict
	 */
	static Verdict of(List<CheckDefinition> definitions, List<SeedOutcome> seeds) {
		List<CheckResult> checks = definitions.stream().map((definition) -> merge(definition, seeds)).toList();
		Optional<Problem> fault = fault(seeds, checks);
		if (fault.isPresent()) {
			return new Verdict(GradeReport.Outcome.NOT_GRADED, 0, fault.get(), checks);
		}
		int score = score(checks);
		boolean passed = score >= Exercise.PASS_MARK && gatesHold(checks);
		return new Verdict(passed ? GradeReport.Outcome.PASSED : GradeReport.Outcome.FAILED, score, problem(seeds),
				checks);
	}

	/**
	 * Merge the results of one check: the worst seed decides, the first of equals.
	 * @param definition the check
	 * @param seeds how the run of each seed ended, at least one
	 * @return the merged result
	 */
	static CheckResult merge(CheckDefinition definition, List<SeedOutcome> seeds) {
		List<SeedCheck> results = seeds.stream().map((seed) -> result(definition, seed)).toList();
		SeedCheck worst = results.stream().max(Comparator.comparingInt(Verdict::severity)).orElseThrow();
		int index = results.indexOf(worst);
		long durationMs = results.stream().mapToLong(SeedCheck::durationMs).max().orElse(0);
		return new CheckResult(definition.id(), definition.title(), definition.gate(),
				(worst.outcome() == Outcome.PASSED) ? definition.points() : 0, definition.points(), worst.outcome(),
				worst.message(), worst.expected(), (worst.outcome() == Outcome.ERRORED) ? null : worst.observed(),
				seeds.get(index).seed(), place(worst), worst.blockedBy(), evidence(worst, index + 1), durationMs);
	}

	private static Optional<Problem> fault(List<SeedOutcome> seeds, List<CheckResult> checks) {
		return seeds.stream()
			.flatMap((seed) -> seed.platformFault().stream())
			.findFirst()
			.or(() -> checks.stream()
				.filter((check) -> check.outcome() == Outcome.ERRORED)
				.findFirst()
				.map((check) -> Problems.errored(check.id(), String.valueOf(check.message()), null)));
	}

	private static SeedCheck result(CheckDefinition definition, SeedOutcome seed) {
		return seed.checks()
			.stream()
			.filter((check) -> check.id().equals(definition.id()))
			.findFirst()
			.orElseGet(() -> notRun(definition, seed));
	}

	private static SeedCheck notRun(CheckDefinition definition, SeedOutcome seed) {
		Problem problem = (seed.problem() != null) ? seed.problem() : seed.fault();
		if (problem == null) {
			return SeedCheck.errored(definition.id(), new IllegalStateException("The check did not run"), 0);
		}
		String message = "Not checked, because an earlier step failed. " + problem.message();
		return SeedCheck.blocked(definition.id(), message, problem.stage(), 0);
	}

	private static int severity(SeedCheck check) {
		return switch (check.outcome()) {
			case PASSED -> 0;
			case BLOCKED -> 1;
			case FAILED -> 2;
			case ERRORED -> 3;
		};
	}

	private static CheckResult.@Nullable Place place(SeedCheck check) {
		return (check.place() != null) ? new CheckResult.Place(check.place().file(), check.place().line()) : null;
	}

	private static List<String> evidence(SeedCheck check, int number) {
		return check.evidence().stream().map((id) -> "s" + number + ":" + id).toList();
	}

	private static int score(List<CheckResult> checks) {
		int points = checks.stream().mapToInt(CheckResult::points).sum();
		return gatesHold(checks) ? points : Math.min(points, GATE_CAP);
	}

	private static boolean gatesHold(List<CheckResult> checks) {
		return checks.stream().filter(CheckResult::gate).allMatch((check) -> check.outcome() == Outcome.PASSED);
	}

	private static @Nullable Problem problem(List<SeedOutcome> seeds) {
		List<Problem> problems = new ArrayList<>();
		for (SeedOutcome seed : seeds) {
			if (seed.problem() != null) {
				problems.add(seed.problem());
			}
		}
		return problems.isEmpty() ? null : problems.getFirst();
	}

}
