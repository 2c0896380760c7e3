package academy.coldstart.simulator.retry;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A record of a shard. Nothing behind it in the shard is read before it is over. Source:
 * AWS Lambda Developer Guide, Using Lambda to process records from Amazon Kinesis Data
 * Streams.
 *
 * @param retries how often a failed batch is repeated; empty for as long as there are
 * records
 * @param longest how old a record may become in seconds, at most as long as the stream
 * keeps it
 * @param destination whether failed batches have a destination
 */
record StreamRules(OptionalInt retries, long longest, boolean destination) implements RetryRules {

	/** Between two tries; AWS does not publish it. */
	static final int PAUSE = 1;

	@Override
	public Story tell(Handler handler) {
		List<Attempt> made = new ArrayList<>();
		long at = 0;
		while (made.isEmpty() || !made.getLast().succeeds()) {
			if (at >= this.longest) {
				return over(made, this.longest, "is too old");
			}
			if (made.size() > this.retries.orElse(Integer.MAX_VALUE - 1)) {
				return over(made, made.getLast().end(), "was tried often enough");
			}
			made.add(handler.attempt(made.size() + 1, at));
			at = made.getLast().end() + PAUSE;
		}
		return Story.handled(made, "The shard goes on with the next records.");
	}

	private Story over(List<Attempt> made, long at, String reason) {
		if (this.destination) {
			return new Story(made, at, true, "destination for failures",
					"The record %s, and the shard goes on. The destination gets the numbers of the records, not the records: "
						.formatted(reason) + "whoever wants them reads them from the stream before they expire.");
		}
		return new Story(made, at, false, "skipped",
				"The record %s, and the shard goes on. Nobody is told which record was skipped.".formatted(reason));
	}

}
