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

	static String returned(OpenStack.Returned returned) {
		return "It returned" + invocation(returned.trace(), returned.requestId()).map(Sentences::took).orElse("") + ".";
	}

	static String failed(OpenStack.Failed failed) {
		Optional<Invocation> invocation = invocation(failed.trace(), failed.requestId());
		String took = invocation.map(Sentences::took).orElse("");
		if (invocation.isPresent() && invocation.get().outcome() == Invocation.Outcome.TIMED_OUT) {
			// How long that took here is another number when the machine is busy.
			return "Its time was up" + start(invocation.get()) + ".";
		}
		String type = failed.type().isEmpty() ? "" : " with " + failed.type();
		boolean started = failed.trace()
			.environments()
			.stream()
			.noneMatch((environment) -> environment.end() == ExecutionEnvironment.End.INIT_FAILED);
		return started ? "It failed" + type + took + "." : "It could not start: the Init phase failed" + type + ".";
	}

	static String summary(Trace trace) {
		return number(trace.environments().size(), "execution environment") + ", "
				+ number(trace.invocations().size(), "invocation") + ", " + number(trace.calls().size(), "AWS call")
				+ ".";
	}

	static Optional<Invocation> invocation(Trace trace, String requestId) {
		return trace.invocations().stream().filter((one) -> one.requestId().equals(requestId)).findFirst();
	}

	static String milliseconds(double ms) {
		return (ms >= 1000) ? String.format(Locale.ROOT, "%.2f s", ms / 1000)
				: String.format(Locale.ROOT, (ms < 10) ? "%.1f ms" : "%.0f ms", ms);
	}

	private static String start(Invocation invocation) {
		return invocation.coldStart() ? ", in a new environment" : ", in a warm environment";
	}

	private static String took(Invocation invocation) {
		Double ms = invocation.durationMs();
		return ((ms != null) ? " after " + milliseconds(ms) : "") + start(invocation);
	}

	private static String number(int count, String noun) {
		return count + " " + noun + ((count == 1) ? "" : "s");
	}

}
