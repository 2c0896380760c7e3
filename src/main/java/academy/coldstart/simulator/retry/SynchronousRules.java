package academy.coldstart.simulator.retry;

import java.util.ArrayList;
import java.util.List;

/**
 * A caller that waits for the answer. Lambda repeats nothing; SDKs repeat throttled calls
 * and errors of the service, and no errors of the function, because those are answered
 * with status 200. Source: AWS Lambda Developer Guide, Understanding retry behavior in
 * Lambda.
 *
 * @param attempts how often the caller tries, which is the caller's own rule
 */
record SynchronousRules(int attempts) implements RetryRules {

	@Override
	public Story tell(Handler handler) {
		List<Attempt> made = new ArrayList<>();
		long at = 0;
		long pause = 1;
		while (made.size() < this.attempts && (made.isEmpty() || !made.getLast().succeeds())) {
			made.add(handler.attempt(made.size() + 1, at));
			at = made.getLast().end() + pause;
			pause *= 2;
		}
		if (made.getLast().succeeds()) {
			return Story.handled(made, "The caller has its answer.");
		}
		return new Story(made, made.getLast().end(), false, "with the caller",
				"The caller gets status 200 with the header X-Amz-Function-Error, and nobody repeats the event for it. "
						+ "A caller that only looks at the status takes that for success.");
	}

}
