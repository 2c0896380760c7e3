package academy.coldstart.isolation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Compares what the processes of a program use with its limits.
 *
 * @param limits the limits
 */
record LimitCheck(Limits limits) {

	/** From so many processes on a program may be about to multiply. */
	private static final int MANY = 8;

	private static final long UNTIL_MULTIPLIED_NANOS = 20_000_000;

	/**
	 * Find the limit that processes exceed together. Each process needs memory, so that a
	 * program that multiplies may be seen at that limit first: it is looked at again
	 * then, and has exceeded the number of processes a moment later.
	 * @param own the processes
	 * @param again looks for the processes once more
	 * @return the limit, or empty when they keep to all
	 */
	Optional<Breach> breachOf(List<ProcessEntry> own, Supplier<List<ProcessEntry>> again) {
		if (areTooMany(own)) {
			return Optional.of(Breach.PROCESSES);
		}
		if (!isBeyondMemory(own)) {
			return Optional.empty();
		}
		return Optional.of(isMultiplying(own, again) ? Breach.PROCESSES : Breach.MEMORY);
	}

	private boolean areTooMany(List<ProcessEntry> own) {
		return own.stream().mapToInt(ProcessEntry::threads).sum() > this.limits.processes();
	}

	private boolean isMultiplying(List<ProcessEntry> own, Supplier<List<ProcessEntry>> again) {
		if (own.size() < MANY) {
			return false;
		}
		LockSupport.parkNanos(UNTIL_MULTIPLIED_NANOS);
		return areTooMany(again.get());
	}

	private boolean isBeyondMemory(List<ProcessEntry> own) {
		long resident = own.stream().mapToLong(ProcessEntry::residentBytes).sum();
		if (resident <= this.limits.memoryBytes() || own.size() == 1) {
			return resident > this.limits.memoryBytes();
		}
		return own.stream().mapToLong((entry) -> ProcessTable.proportionalOf(entry.pid())).sum() > this.limits
			.memoryBytes();
	}

}
