package academy.coldstart.grading;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * A graded run without what differs from run to run: ids that were made up, ports, times,
 * and how often somebody tried again while waiting.
 */
final class ComparableRun {

	private ComparableRun() {
	}

	/**
	 * Return how each check ended, and why.
	 * @param run the run
	 * @return a line for each check
	 */
	static List<String> verdict(GradedRun run) {
		return run.report()
			.checks()
			.stream()
			.map((check) -> check.id() + " " + check.outcome() + " " + check.points() + " by " + check.seed() + "\n  "
					+ plain(check.message()) + "\n  " + plain(check.expected()) + "\n  " + plain(check.observed())
					+ "\n  " + check.place())
			.toList();
	}

	/**
	 * Return the calls of each invocation, in their order. Invocations that ran at the
	 * same time may have begun in any order, and who waits repeats an invocation as often
	 * as the machine is fast; so equal ones are listed once.
	 * @param run the run
	 * @return for each seed its invocations
	 */
	static List<List<String>> behavior(GradedRun run) {
		return run.traces().stream().map(ComparableRun::behavior).toList();
	}

	private static List<String> behavior(Trace trace) {
		return trace.invocations()
			.stream()
			.map((invocation) -> plain(invocation.functionArn()) + " " + invocation.outcome() + " "
					+ invocation.errorType()
					+ trace.calls()
						.stream()
						.filter((call) -> Objects.equals(call.invocation(), invocation.requestId()))
						.map(ComparableRun::call)
						.collect(Collectors.joining()))
			.distinct()
			.sorted()
			.toList();
	}

	private static String call(AwsCall call) {
		return "\n  " + call.phase() + " " + call.service() + " " + call.operation() + " " + plain(call.resource())
				+ " " + call.status() + " " + call.errorCode();
	}

	private static String plain(@Nullable String text) {
		return String.valueOf(text)
			.replaceAll("\\b\\d{12}\\b", "(account)")
			.replaceAll("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b", "(id)")
			.replaceAll("-[0-9a-f]{8}\\b", "-(id)")
			.replaceAll("(localhost|127\\.0\\.0\\.1):\\d+", "$1:(port)")
			.replaceAll("\\b\\d+ (deliveries|attempts|tries)\\b", "(some) $1")
			.replaceAll("\\d+(\\.\\d+)? (s|ms|seconds|milliseconds)\\b", "(time)");
	}

}
