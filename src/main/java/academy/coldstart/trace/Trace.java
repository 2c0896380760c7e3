package academy.coldstart.trace;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/**
 * What happened in one grading run with one seed. Lists are in the order in which things
 * began.
 *
 * @param contract the version of this contract
 * @param seed the seed of the run
 * @param account the account of the run
 * @param startedAt the moment that all millisecond values count from
 * @param environments the execution environments
 * @param invocations the invocations
 * @param calls the AWS calls
 * @param logs the log lines
 * @param actions what the grader did
 * @param roles what roles were granted and what of it they used, where roles are enforced
 */
public record Trace(int contract, long seed, AccountId account, Instant startedAt,
		List<ExecutionEnvironment> environments, List<Invocation> invocations, List<AwsCall> calls, List<LogLine> logs,
		List<GraderAction> actions, @JsonSetter(nulls = Nulls.AS_EMPTY) List<RoleUse> roles) {

	/** The version of the contract that this code writes. */
	public static final int CONTRACT = 1;

	public Trace {
		environments = List.copyOf(environments);
		invocations = List.copyOf(invocations);
		calls = List.copyOf(calls);
		logs = List.copyOf(logs);
		actions = List.copyOf(actions);
		roles = List.copyOf(roles);
	}

	/**
	 * Create a trace of a run whose roles are open.
	 * @param contract the version of this contract
	 * @param seed the seed of the run
	 * @param account the account of the run
	 * @param startedAt the moment that all millisecond values count from
	 * @param environments the execution environments
	 * @param invocations the invocations
	 * @param calls the AWS calls
	 * @param logs the log lines
	 * @param actions what the grader did
	 */
	public Trace(int contract, long seed, AccountId account, Instant startedAt, List<ExecutionEnvironment> environments,
			List<Invocation> invocations, List<AwsCall> calls, List<LogLine> logs, List<GraderAction> actions) {
		this(contract, seed, account, startedAt, environments, invocations, calls, logs, actions, List.of());
	}

	/**
	 * Return what began at or after a moment, with the environments that were used since.
	 * Times of the result count from that moment: an environment that was there before
	 * has a negative Init phase.
	 * @param mark the moment, in milliseconds since the trace began
	 * @return that part of the trace
	 */
	public Trace since(double mark) {
		return new TraceSlice(this, mark).cut();
	}

	/**
	 * Return this trace without what we did ourselves.
	 * @return the same without actions
	 */
	public Trace withoutActions() {
		return new Trace(this.contract, this.seed, this.account, this.startedAt, this.environments, this.invocations,
				this.calls, this.logs, List.of(), this.roles);
	}

}
