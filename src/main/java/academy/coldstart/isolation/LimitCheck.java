package academy.coldstart.isolation;

import java.util.List;
import java.util.Optional;

/**
 * Compares what the processes of a program use with its limits.
 *
 * @param limits the limits
 */
record LimitCheck(Limits limits) {

	/**
	 * Find the limit that processes exceed together.
	 * @param own the processes
	 * @return the limit, or empty when they keep to all
	 */
	Optional<Breach> breachOf(List<ProcessEntry> own) {
		if (own.stream().mapToInt(ProcessEntry::threads).sum() > this.limits.processes()) {
			return Optional.of(Breach.PROCESSES);
		}
		return isBeyondMemory(own) ? Optional.of(Breach.MEMORY) : Optional.empty();
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
