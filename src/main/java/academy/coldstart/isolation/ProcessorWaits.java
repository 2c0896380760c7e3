package academy.coldstart.isolation;

import java.time.Duration;
import java.util.Map;

/**
 * How long the threads of a program have been ready to run but had to wait, because all
 * processors of the machine were busy with others. That is no time in which the program
 * did anything, so it does not count against its limits.
 *
 * @param nanosByThread the waiting time since the start of each thread, in nanoseconds,
 * by thread id; empty where the kernel does not tell
 */
public record ProcessorWaits(Map<Long, Long> nanosByThread) {

	public ProcessorWaits {
		nanosByThread = Map.copyOf(nanosByThread);
	}

	/**
	 * Return how long the thread that waited longest has waited since an earlier moment.
	 * @param earlier the state at that moment
	 * @return the time
	 */
	public Duration since(ProcessorWaits earlier) {
		return Duration.ofNanos(this.nanosByThread.entrySet()
			.stream()
			.mapToLong((entry) -> entry.getValue() - earlier.nanosByThread.getOrDefault(entry.getKey(), 0L))
			.max()
			.orElse(0));
	}

}
