package academy.coldstart.trial.web;

import java.util.Locale;
import java.util.Optional;

import academy.coldstart.grading.OpenStack;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.Trace;
import academy.coldstart.trial.TryOutcome;

/**
 * The sentences about tries.
 */
final class Sentences {

	private Sentences() {
	}

	static String of(TryOutcome.Deployed deployed) {
		return switch (deployed) {
			case NOTHING -> "These files were deployed already, so nothing was done before.";
			case CODE ->
				"The code was updated. That ends the environments with the old code; tables keep what they have.";
			case STACK -> "Everything was deployed first.";
			case OTHER_STACK -> "The template changed, so everything was deployed anew, and tables are as at first.";
			case LOST_STACK ->
				"What was deployed had to be given up, so everything was deployed anew, and tables are as at first.";
		};
	}

	static String returned(Trace trace) {
		return "It returned" + after(trace) + start(trace) + ".";
	}

	static String failed(OpenStack.Failed failed) {
		Optional<Invocation> invocation = first(failed.trace());
		if (invocation.isPresent() && invocation.get().outcome() == Invocation.Outcome.TIMED_OUT) {
			return "Its time was up" + after(failed.trace()) + start(failed.trace()) + ".";
		}
		boolean started = failed.trace()
			.environments()
			.stream()
			.noneMatch((environment) -> environment.end() == ExecutionEnvironment.End.INIT_FAILED);
		String type = failed.type().isEmpty() ? "" : " with " + failed.type();
		return started ? "It failed" + type + after(failed.trace()) + start(failed.trace()) + "."
				: "It could not start: the Init phase failed" + type + ".";
	}

	static String summary(Trace trace) {
		return number(trace.environments().size(), "execution environment") + ", "
				+ number(trace.invocations().size(), "invocation") + ", " + number(trace.calls().size(), "AWS call")
				+ ".";
	}

	static Optional<Invocation> first(Trace trace) {
		return trace.invocations().stream().findFirst();
	}

	static String milliseconds(double ms) {
		return (ms >= 1000) ? String.format(Locale.ROOT, "%.2f s", ms / 1000)
				: String.format(Locale.ROOT, (ms < 10) ? "%.1f ms" : "%.0f ms", ms);
	}

	private static String after(Trace trace) {
		return first(trace).map(Invocation::durationMs).map((ms) -> " after " + milliseconds(ms)).orElse("");
	}

	private static String start(Trace trace) {
		return first(trace).map((invocation) -> invocation.coldStart() ? ": a cold start" : ": a warm start").orElse("");
	}

	private static String number(int count, String noun) {
		return count + " " + noun + ((count == 1) ? "" : "s");
	}

}
