package academy.coldstart.simulator.retry;

import java.util.ArrayList;
import java.util.List;

/**
 * An event that Lambda accepts and keeps. Source: AWS Lambda Developer Guide, How Lambda
 * handles errors and retries with asynchronous invocation.
 *
 * @param retries how often it is tried again, 0 to 2
 * @param longest how old it may become, in seconds
 * @param destination whether failed events have a destination
 */
record AsynchronousRules(int retries, long longest, boolean destination) implements RetryRules {

	private static final List<Integer> WAITS = List.of(60, 120);

	@Override
	public Story tell(Handler handler) {
		List<Attempt> made = new ArrayList<>();
		made.add(handler.attempt(1, 0));
		while (!made.getLast().succeeds() && made.size() <= this.retries) {
			long next = made.getLast().end() + WAITS.get(made.size() - 1);
			if (next > this.longest) {
				return lost(made, this.longest, "EventAgeExceeded");
			}
			made.add(handler.attempt(made.size() + 1, next));
		}
		return made.getLast().succeeds() ? Story.handled(made, "Lambda removes the event.")
				: lost(made, made.getLast().end(), "RetriesExhausted");
	}

	private Story lost(List<Attempt> made, long at, String condition) {
		if (this.destination) {
			return new Story(made, at, true, "destination for failures",
					"Lambda sends a record to the destination: the whole event, the answer, and the condition %s."
						.formatted(condition));
		}
		return new Story(made, at, false, "dropped",
				"Lambda drops the event (%s). Nothing is left of it but a metric, AsyncEventsDropped."
					.formatted(condition));
	}

}
