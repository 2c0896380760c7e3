package academy.coldstart.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * A graded run without what differs from run to run.
 *
 * @param verdict how each check ended, and why
 * @param behavior what happened, in sentences for each seed
 */
record ComparableRun(List<String> verdict, List<String> behavior) {

	static ComparableRun of(GradedRun run) {
		List<String> behavior = new ArrayList<>();
		run.traces().forEach((trace) -> behavior(trace).map((line) -> trace.seed() + " " + line).forEach(behavior::add));
		return new ComparableRun(verdict(run.report()), behavior);
	}

	private static List<String> verdict(GradeReport report) {
		return Stream
			.concat(Stream.of(report.outcome() + " " + report.score() + " " + problem(report.problem())),
					report.checks().stream().map(ComparableRun::check))
			.toList();
	}

	private static String problem(GradeReport.@Nullable Problem problem) {
		return (problem == null) ? "no problem"
				: problem.stage() + " " + problem.kind() + " " + PlainText.of(problem.message());
	}

	private static String check(CheckResult check) {
		return check.id() + " " + check.outcome() + " " + check.points() + " by " + check.seed() + " blocked by "
				+ check.blockedBy() + "\n  " + PlainText.of(check.message()) + "\n  " + PlainText.of(check.expected())
				+ "\n  " + PlainText.of(check.observed()) + "\n  " + check.place();
	}

	private static Stream<String> behavior(Trace trace) {
		Stream<String> environments = trace.environments()
			.stream()
			.map((environment) -> environment(environment, trace))
			.distinct()
			.sorted();
		Stream<String> invocations = trace.invocations()
			.stream()
			.map((invocation) -> invocation(invocation, trace))
			.distinct()
			.sorted();
		Stream<String> others = trace.calls()
			.stream()
			.filter((call) -> call.phase() == Phase.ENGINE || call.phase() == Phase.FROZEN)
			.map(ComparableRun::call)
			.distinct()
			.sorted();
		Stream<String> actions = trace.actions()
			.stream()
			.map((action) -> "action of " + action.check() + ": " + PlainText.of(action.text()))
			.distinct()
			.sorted();
		return Stream.of(environments, invocations, others, actions).flatMap((lines) -> lines);
	}

	private static String environment(ExecutionEnvironment environment, Trace trace) {
		return "environment of " + PlainText.of(environment.function()) + " " + environment.version() + " "
				+ environment.runtime() + " " + environment.runtimeVersion() + " " + environment.memoryMb() + " MB "
				+ environment.end() + calls(trace, (call) -> call.phase() == Phase.INIT
						&& Objects.equals(call.environment(), environment.id()));
	}

	private static String invocation(Invocation invocation, Trace trace) {
		return "invocation of " + PlainText.of(invocation.functionArn()) + " " + invocation.outcome() + " "
				+ invocation.errorType() + calls(trace, (call) -> call.phase() == Phase.INVOKE
						&& Objects.equals(call.invocation(), invocation.requestId()));
	}

	private static String calls(Trace trace, Predicate<AwsCall> condition) {
		return trace.calls()
			.stream()
			.filter(condition)
			.map((call) -> "\n  " + call(call))
			.collect(Collectors.joining());
	}

	private static String call(AwsCall call) {
		return call.phase() + " " + call.service() + " " + call.operation() + " " + PlainText.of(call.resource()) + " "
				+ call.region() + " " + call.outcome() + " " + call.status() + " " + call.errorCode()
				+ ((call.fault() != null) ? " " + call.fault().kind() : "");
	}

}
