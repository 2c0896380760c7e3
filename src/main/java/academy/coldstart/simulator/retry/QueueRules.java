package academy.coldstart.simulator.retry;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A message of an SQS queue, read by an event source mapping. Source: AWS Lambda
 * Developer Guide, Handling errors for an SQS event source in Lambda; Amazon SQS
 * Developer Guide, Using dead-letter queues.
 *
 * @param visibility seconds that a received message is hidden
 * @param retention seconds that a message is kept
 * @param receives how often it is received before it moves to the dead-letter queue;
 * empty when the queue has none
 */
record QueueRules(long visibility, long retention, OptionalInt receives) implements RetryRules {

	@Override
	public Story tell(Handler handler) {
		if (handler.duration() > this.visibility) {
			return new Story(List.of(), 0, false, "no mapping",
					"Lambda does not accept the mapping: the timeout of the function must not exceed the visibility timeout, "
							+ "or a second environment would work on a message that the first one still has.");
		}
		List<Attempt> made = new ArrayList<>();
		long at = 0;
		while (made.isEmpty() || !made.getLast().succeeds()) {
			if (at >= this.retention) {
				return new Story(made, this.retention, false, "expired",
						"SQS deletes the message, because it is older than the queue keeps messages. Nothing is left of it.");
			}
			if (made.size() == this.receives.orElse(Integer.MAX_VALUE)) {
				return new Story(made, at, true, "dead-letter queue",
						"SQS moves the message to the dead-letter queue, whole and unchanged. It keeps its age there.");
			}
			made.add(handler.attempt(made.size() + 1, at));
			at += this.visibility;
		}
		return Story.handled(made, "Lambda deletes the message.");
	}

}
