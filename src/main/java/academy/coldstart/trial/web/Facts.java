package academy.coldstart.trial.web;

import java.util.ArrayList;
import java.util.List;

import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.Trace;
import academy.coldstart.trial.web.ResultView.Fact;

/**
 * What the REPORT line says about an invocation, and how its environment started.
 */
final class Facts {

	private Facts() {
	}

	static List<Fact> of(Trace trace, String requestId) {
		return Sentences.invocation(trace, requestId).map((invocation) -> of(trace, invocation)).orElse(List.of());
	}

	private static List<Fact> of(Trace trace, Invocation invocation) {
		List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("Environment", invocation.coldStart() ? "new" : "used before"));
		Double init = invocation.initMs();
		if (init != null) {
			facts.add(new Fact("Init phase", Sentences.milliseconds(init)));
		}
		Double duration = invocation.durationMs();
		if (duration != null) {
			facts.add(new Fact("Duration", Sentences.milliseconds(duration)));
		}
		if (invocation.billedMs() != null) {
			facts.add(new Fact("Billed", invocation.billedMs() + " ms"));
		}
		if (invocation.maxMemoryMb() != null) {
			facts.add(new Fact("Memory", invocation.maxMemoryMb() + " MB used" + size(trace, invocation)));
		}
		return List.copyOf(facts);
	}

	private static String size(Trace trace, Invocation invocation) {
		return trace.environments()
			.stream()
			.filter((environment) -> environment.id().equals(invocation.environment()))
			.map(ExecutionEnvironment::memoryMb)
			.findFirst()
			.map((mb) -> " of " + mb + " MB")
			.orElse("");
	}

}
