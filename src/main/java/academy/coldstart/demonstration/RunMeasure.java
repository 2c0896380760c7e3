package academy.coldstart.demonstration;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.Trace;

/**
 * Counts what happened in a run, for questions that ask for it.
 */
final class RunMeasure {

	private static final Pattern CALLS = Pattern.compile("calls=([a-z0-9-]+):(\\w+)");

	private RunMeasure() {
	}

	static OptionalInt of(Trace trace, String measure) {
		Matcher calls = CALLS.matcher(measure);
		if (calls.matches()) {
			return count(trace.calls().stream().filter((call) -> isOf(calls.group(1), calls.group(2), call)));
		}
		return switch (measure) {
			case "invocations" -> count(trace.invocations().stream());
			case "failed-invocations" -> count(trace.invocations().stream().filter(RunMeasure::hasFailed));
			case "cold-starts" -> count(trace.invocations().stream().filter(Invocation::coldStart));
			case "environments" -> count(trace.environments().stream());
			case "calls" -> count(trace.calls().stream().filter((call) -> call.environment() != null));
			default -> OptionalInt.empty();
		};
	}

	private static boolean hasFailed(Invocation invocation) {
		return invocation.outcome() != null && invocation.outcome() != Invocation.Outcome.SUCCEEDED;
	}

	// What Lambda itself calls is no call of the function.
	private static boolean isOf(String service, String operation, AwsCall call) {
		return call.environment() != null && call.service().equals(service) && operation.equals(call.operation());
	}

	private static OptionalInt count(Stream<?> happened) {
		return OptionalInt.of((int) happened.count());
	}

}
