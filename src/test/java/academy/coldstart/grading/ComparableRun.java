package academy.coldstart.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.InjectedFault;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * A graded run without what differs from run to run.
 *
 * @param verdict the score and how each check ended
 * @param words what the learner reads about it
 * @param behavior what happened, in sentences for each seed
 */
record ComparableRun(List<String> verdict, List<String> words, List<String> behavior) {

	static ComparableRun of(GradedRun run) {
		List<String> behavior = new ArrayList<>();
		run.traces()
			.forEach((trace) -> behavior(trace).map((line) -> trace.seed() + " " + line).forEach(behavior::add));
		return new ComparableRun(verdict(run.report()), words(run.report()), behavior);
	}

	private static List<String> verdict(GradeReport report) {
		Stream<String> checks = report.checks()
			.stream()
			.map((check) -> check.id() + " " + check.outcome() + " " + check.points() + " by " + check.seed()
					+ " blocked by " + check.blockedBy());
		return Stream.concat(Stream.of(report.outcome() + " " + report.score()), checks).toList();
	}

	private static List<String> words(GradeReport report) {
		GradeReport.Problem found = report.problem();
		Stream<String> problem = (found != null)
				? Stream.of(found.stage() + " " + found.kind() + " " + PlainText.of(found.message())) : Stream.empty();
		Stream<String> checks = report.checks()
			.stream()
			.map((check) -> check.id() + "\n  " + PlainText.of(check.message()) + "\n  "
					+ PlainText.of(check.expected()) + "\n  " + PlainText.of(check.observed()) + "\n  "
					+ check.place());
		return Stream.concat(problem, checks).toList();
	}

	private static Stream<String> behavior(Trace trace) {
		Polling polling = Polling.of(trace);
		Stream<String> environments = trace.environments()
			.stream()
			.map((environment) -> environment(environment, trace))
			.distinct()
			.sorted();
		Stream<String> invocations = trace.invocations()
			.stream()
			.flatMap((invocation) -> invocation(invocation, trace))
			.distinct()
			.sorted();
		Stream<String> others = trace.calls()
			.stream()
			.filter((call) -> call.phase() == Phase.ENGINE || call.phase() == Phase.FROZEN)
			.filter((call) -> !polling.deletes(call))
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
		String calls = trace.calls()
			.stream()
			.filter((call) -> call.phase() == Phase.INIT && Objects.equals(call.environment(), environment.id()))
			.map((call) -> "\n  " + call(call))
			.collect(Collectors.joining());
		return "environment of " + PlainText.of(environment.function()) + " " + environment.version() + " "
				+ environment.runtime() + " " + environment.runtimeVersion() + " " + environment.memoryMb() + " MB "
				+ environment.end() + calls;
	}

	private static Stream<String> invocation(Invocation invocation, Trace trace) {
		String head = "invocation of " + PlainText.of(invocation.functionArn()) + " " + invocation.outcome() + " "
				+ invocation.errorType();
		List<String> calls = trace.calls()
			.stream()
			.filter((call) -> call.phase() == Phase.INVOKE && Objects.equals(call.invocation(), invocation.requestId()))
			.map(ComparableRun::call)
			.toList();
		if (Polling.of(trace).feeds(invocation)) {
			return Stream.concat(Stream.of("polled " + head), calls.stream().map((call) -> "polled " + call));
		}
		return Stream.of(head + calls.stream().map((call) -> "\n  " + call).collect(Collectors.joining()));
	}

	private static String call(AwsCall call) {
		return call.phase() + " " + call.service() + " " + call.operation() + " " + PlainText.of(call.resource()) + " "
				+ call.region() + " " + call.outcome() + " " + call.status() + " " + call.errorCode()
				+ fault(call.fault());
	}

	// Which of several writes come together and are held for each other is chance.
	private static String fault(@Nullable InjectedFault fault) {
		return (fault == null || fault.kind() == InjectedFault.Kind.HELD) ? "" : " " + fault.kind();
	}

}
