package academy.coldstart.demonstration;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.GraderAction;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.Trace;

/**
 * The part of a run in which a check was at work: from the first thing that it did to the
 * first thing that the next check did.
 *
 * @param check the id of the check
 * @param fromMs where it begins
 * @param toMs where it ends
 */
record CheckWindow(String check, double fromMs, double toMs) {

	/**
	 * Find the part of a check.
	 * @param trace the trace
	 * @param check the id of the check
	 * @return the part
	 * @throws IllegalArgumentException when the check has no part of its own, as it did
	 * nothing, or worked while others did
	 */
	static CheckWindow of(Trace trace, String check) {
		DoubleSummaryStatistics own = actions(trace, check, true).mapToDouble(GraderAction::startMs)
			.summaryStatistics();
		if (own.getCount() == 0) {
			throw new IllegalArgumentException("Check " + check + " did nothing in this run.");
		}
		double to = actions(trace, check, false).mapToDouble(GraderAction::startMs)
			.filter((start) -> start > own.getMin())
			.min()
			.orElse(Double.MAX_VALUE);
		if (to < own.getMax()) {
			throw new IllegalArgumentException(
					"Check " + check + " worked while others did, so that its part cannot be told from theirs.");
		}
		return new CheckWindow(check, own.getMin(), to);
	}

	private static Stream<GraderAction> actions(Trace trace, String check, boolean own) {
		return trace.actions().stream().filter((action) -> check.equals(action.check()) == own);
	}

	private boolean holds(double startMs) {
		return startMs >= this.fromMs && startMs < this.toMs;
	}

	/**
	 * Keep this part of a trace, without bodies and log lines: figures show neither.
	 * @param trace the trace
	 * @return the part
	 */
	Trace cut(Trace trace) {
		List<Invocation> invocations = trace.invocations()
			.stream()
			.filter((invocation) -> holds(invocation.startMs()))
			.map(CheckWindow::brief)
			.toList();
		List<AwsCall> calls = trace.calls()
			.stream()
			.filter((call) -> holds(call.startMs()))
			.map(CheckWindow::brief)
			.toList();
		Set<String> busy = Stream
			.concat(invocations.stream().map(Invocation::environment),
					calls.stream().flatMap((call) -> Stream.ofNullable(call.environment())))
			.collect(Collectors.toSet());
		List<ExecutionEnvironment> environments = trace.environments()
			.stream()
			.filter((environment) -> busy.contains(environment.id()))
			.toList();
		List<GraderAction> actions = trace.actions().stream().filter((action) -> holds(action.startMs())).toList();
		return new Trace(trace.contract(), trace.seed(), trace.account(), trace.startedAt(), environments, invocations,
				calls, List.of(), actions);
	}

	private static Invocation brief(Invocation all) {
		return new Invocation(all.requestId(), all.environment(), all.functionArn(), all.coldStart(), all.startMs(),
				all.endMs(), all.outcome(), all.errorType(), all.durationMs(), all.billedMs(), all.initMs(),
				all.maxMemoryMb(), Body.empty(), null);
	}

	private static AwsCall brief(AwsCall all) {
		return new AwsCall(all.id(), all.environment(), all.invocation(), all.phase(), all.connection(),
				all.sdkInvocationId(), all.attempt(), all.service(), all.operation(), all.resource(), all.region(),
				all.startMs(), all.endMs(), all.status(), all.errorCode(), null, all.outcome(), Body.empty(),
				Body.empty(), null, all.fault(), all.access(), all.signer());
	}

}
