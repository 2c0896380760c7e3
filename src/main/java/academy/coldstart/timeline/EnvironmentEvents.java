package academy.coldstart.timeline;

import java.util.List;
import java.util.Objects;

import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.Invocation;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of execution environments and of the invocations in them.
 */
final class EnvironmentEvents {

	private EnvironmentEvents() {
	}

	static TraceEvent init(ExecutionEnvironment environment, String sentence, double now) {
		Double initEnd = environment.initEndMs();
		boolean ready = initEnd != null;
		double end = (initEnd != null) ? initEnd : Objects.requireNonNullElse(environment.endMs(), now);
		String took = Milliseconds.took(environment.initStartMs(), end);
		List<String> labels = ready ? List.of("Init " + took, "Init") : List.of("Init ✕ never ready", "Init ✕");
		return new TraceEvent(environment.id(), ready ? EventKind.INIT : EventKind.FAILED, labels.getLast(), labels,
				sentence, environment.initStartMs(), end, null, false);
	}

	static TraceEvent end(ExecutionEnvironment environment, ExecutionEnvironment.End reason, double end,
			String sentence) {
		EventKind kind = switch (reason) {
			case SHUT_DOWN -> EventKind.ENDED;
			case KILLED -> EventKind.KILLED;
			case TIMED_OUT -> EventKind.TIMED_OUT;
			case INIT_FAILED, EXITED, LIMIT_EXCEEDED -> EventKind.FAILED;
		};
		String word = switch (reason) {
			case SHUT_DOWN -> "shut down";
			case KILLED -> "killed";
			case TIMED_OUT -> "timed out";
			case INIT_FAILED -> "Init failed";
			case EXITED -> "exited";
			case LIMIT_EXCEEDED -> "over a limit";
		};
		return new TraceEvent(environment.id() + "-end", kind, word, List.of(word), sentence, end, end, null, false);
	}

	static TraceEvent of(Invocation invocation, String anchor, int attempt, String sentence, double now) {
		double end = Objects.requireNonNullElse(invocation.endMs(), now);
		return new TraceEvent(anchor, kind(invocation.outcome(), attempt), name(invocation),
				labels(invocation, attempt, end), sentence, invocation.startMs(), end,
				"invocation " + invocation.requestId(), false);
	}

	private static EventKind kind(Invocation.@Nullable Outcome outcome, int attempt) {
		if (outcome == null) {
			return EventKind.NO_ANSWER;
		}
		return switch (outcome) {
			case SUCCEEDED -> (attempt > 1) ? EventKind.RETRY : EventKind.INVOKE;
			case FAILED, EXITED, LIMIT_EXCEEDED -> EventKind.FAILED;
			case TIMED_OUT -> EventKind.TIMED_OUT;
			case KILLED -> EventKind.KILLED;
		};
	}

	private static String name(Invocation invocation) {
		return (invocation.outcome() == Invocation.Outcome.SUCCEEDED) ? "invocations"
				: "✕ " + Words.of(invocation.outcome());
	}

	private static List<String> labels(Invocation invocation, int attempt, double end) {
		boolean succeeded = invocation.outcome() == Invocation.Outcome.SUCCEEDED;
		String qualifier = BriefName.qualifier(invocation.functionArn());
		String name = (attempt > 1) ? "attempt " + attempt : "";
		String brief = succeeded ? Milliseconds.took(invocation.startMs(), end) : "✕ " + Words.of(invocation.outcome());
		String full = (qualifier.isEmpty() ? "" : qualifier + ": ") + (name.isEmpty() ? "" : name + ", ") + brief;
		String error = invocation.errorType();
		return (error != null) ? List.of(full + ", " + BriefName.cut(error), full, brief) : List.of(full, brief);
	}

}
