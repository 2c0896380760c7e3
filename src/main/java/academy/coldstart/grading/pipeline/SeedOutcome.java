package academy.coldstart.grading.pipeline;

import java.util.List;
import java.util.Optional;

import academy.coldstart.endstate.EndState;
import academy.coldstart.engine.EngineInfo;
import academy.coldstart.grading.CheckResult.Outcome;
import academy.coldstart.grading.GradeReport.Problem;
import academy.coldstart.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * How the run with one seed ended.
 *
 * @param seed the seed
 * @param checks the results of the checks that ran
 * @param problem what the learner's files did to keep checks from running, or null
 * @param fault what the platform did, or null
 * @param trace the trace, or null when nothing was recorded
 * @param engine the engine, or null when none was reached
 * @param endState what was left in the account, or null when nothing was deployed, or the
 * platform failed
 */
record SeedOutcome(long seed, List<SeedCheck> checks, @Nullable Problem problem, @Nullable Problem fault,
		@Nullable Trace trace, @Nullable EngineInfo engine, @Nullable EndState endState) {

	SeedOutcome {
		checks = List.copyOf(checks);
	}

	SeedOutcome(long seed, List<SeedCheck> checks, @Nullable Problem problem, @Nullable Problem fault,
			@Nullable Trace trace, @Nullable EngineInfo engine) {
		this(seed, checks, problem, fault, trace, engine, null);
	}

	/**
	 * Say whether nothing but passed checks came of it.
	 * @return whether there is nothing to explain
	 */
	boolean hasPassed() {
		return this.problem == null && this.fault == null
				&& this.checks.stream().allMatch((check) -> check.outcome() == Outcome.PASSED);
	}

	/**
	 * Return the fault of the platform, if there was one.
	 * @return the fault of the run, or that of its first errored check
	 */
	Optional<Problem> platformFault() {
		if (this.fault != null) {
			return Optional.of(this.fault);
		}
		return this.checks.stream()
			.filter((check) -> check.outcome() == Outcome.ERRORED)
			.findFirst()
			.map((check) -> Problems.errored(check.id(), String.valueOf(check.message()), check.observed()));
	}

}
