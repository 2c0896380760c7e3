package academy.coldstart.grading.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import academy.coldstart.endstate.EndState;
import academy.coldstart.engine.EngineLease;
import academy.coldstart.grader.HandlerProblem;
import academy.coldstart.grader.Run;
import academy.coldstart.grader.Stack;
import academy.coldstart.grading.GradeReport.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run with one seed, in an account of its own, from the lease of an engine to its
 * return.
 */
final class SeedRun {

	private static final Logger log = LoggerFactory.getLogger(SeedRun.class);

	private final Platform platform;

	private final Prepared prepared;

	private final long seed;

	private final Stages stages;

	private final Consumer<SeedCheck> heard;

	private final Abandonment abandonment;

	/** The stage that a fault would belong to. */
	private String stage = "deploy";

	private @Nullable Stack stack;

	SeedRun(Platform platform, Prepared prepared, long seed, Stages stages, Consumer<SeedCheck> heard,
			Abandonment abandonment) {
		this.platform = platform;
		this.prepared = prepared;
		this.seed = seed;
		this.stages = stages;
		this.heard = heard;
		this.abandonment = abandonment;
	}

	/**
	 * Run.
	 * @return how it ended: never an exception
	 */
	SeedOutcome run() {
		this.stages.enter("engine");
		EngineLease lease;
		try {
			lease = this.platform.lease();
		}
		catch (RuntimeException ex) {
			return ended(List.of(), null, Problems.fault(this.stage, ex));
		}
		finally {
			this.stages.leave("engine");
		}
		try {
			return inAccount(lease);
		}
		catch (RuntimeException ex) {
			return new SeedOutcome(this.seed, List.of(), null, Problems.fault(this.stage, ex), null, lease.info());
		}
		finally {
			close("lease", lease::close);
		}
	}

	private SeedOutcome inAccount(EngineLease lease) {
		PreparedAccount account = PreparedAccount.open(this.platform, this.prepared, this.seed, lease);
		SeedOutcome outcome;
		@Nullable EndState state;
		try {
			Pulse pulse = account.pulse();
			outcome = believed(attempt(account, pulse), pulse);
			outcome = undoubted(outcome, account.doubt());
			state = endState(account, outcome);
			account.recordRoles();
		}
		finally {
			close("account", account::close);
		}
		return new SeedOutcome(this.seed, outcome.checks(), outcome.problem(), outcome.fault(), account.trace(),
				lease.info(), state);
	}

	// The state is for the reader, like the trace: where the platform failed or nobody
	// waits any more there is nothing to read it for.
	private @Nullable EndState endState(PreparedAccount account, SeedOutcome outcome) {
		Stack deployed = this.stack;
		return (deployed == null || outcome.fault() != null || this.abandonment.isDeclared()) ? null
				: account.endState(deployed);
	}

	private void close(String what, Runnable closing) {
		try {
			closing.run();
		}
		catch (RuntimeException ex) {
			// The verdict stands: what could not be given back is the operator's concern.
			log.warn("{} could not be given back seed={}", what, this.seed, ex);
		}
	}

	// Ask for the pulse once more when not everything passed: a template that could not
	// be deployed and a handler that could not start are no check's failures. An engine
	// that is at fault is replaced by that before the run is repeated.
	private SeedOutcome believed(SeedOutcome outcome, Pulse pulse) {
		if (outcome.hasPassed()) {
			return outcome;
		}
		Optional<Throwable> fault = pulse.fault();
		if (fault.isEmpty() || outcome.fault() != null) {
			return outcome;
		}
		return ended(outcome.checks(), null, Problems.fault(this.stage, fault.get()));
	}

	private SeedOutcome undoubted(SeedOutcome outcome, Optional<String> doubt) {
		return (doubt.isEmpty() || outcome.fault() != null) ? outcome
				: ended(outcome.checks(), null, Problems.fault(this.stage, new IllegalStateException(doubt.get())));
	}

	private SeedOutcome attempt(PreparedAccount account, Pulse pulse) {
		try {
			Stack deployed = deploy(account);
			this.stack = deployed;
			this.stage = "run";
			return check(account.run(deployed), pulse);
		}
		catch (Rejected ex) {
			return ended(List.of(), ex.problem(), null);
		}
		catch (RuntimeException ex) {
			return ended(List.of(), null, Problems.fault(this.stage, ex));
		}
	}

	private Stack deploy(PreparedAccount account) {
		this.stages.enter("deploy");
		try {
			return account.deploy();
		}
		finally {
			this.stages.leave("deploy");
		}
	}

	private SeedOutcome check(Run run, Pulse pulse) {
		this.stages.enter("check");
		String alone = this.prepared.alone();
		if (alone != null) {
			run.limitTo(alone);
		}
		try {
			List<SeedCheck> checks = new CheckRunner(this.platform.runLimit(), this.abandonment)
				.run(this.prepared.grader(), run, pulse, this.heard);
			HandlerProblem problem = run.problem();
			return ended(checks, (problem != null) ? Problems.handler(problem) : null, null);
		}
		finally {
			this.stages.leave("check");
		}
	}

	private SeedOutcome ended(List<SeedCheck> checks, @Nullable Problem problem, @Nullable Problem fault) {
		return new SeedOutcome(this.seed, checks, problem, fault, null, null);
	}

}
