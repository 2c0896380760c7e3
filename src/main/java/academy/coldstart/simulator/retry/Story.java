package academy.coldstart.simulator.retry;

import java.util.List;

/**
 * What becomes of an event.
 *
 * @param attempts the runs of the handler, in order
 * @param at when it is over, in seconds after the event came
 * @param kept whether the event was handled, or something of it is kept that people can
 * work with
 * @param where where it ends, in a few words
 * @param sentence what happened at the end
 */
record Story(List<Attempt> attempts, long at, boolean kept, String where, String sentence) {

	Story {
		attempts = List.copyOf(attempts);
	}

	static Story handled(List<Attempt> attempts, String sentence) {
		return new Story(attempts, attempts.getLast().end(), true, "handled", sentence);
	}

}
