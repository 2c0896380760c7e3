package academy.coldstart.isolation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Knows the processes that a sandbox brings itself from those of the learner: Bubblewrap,
 * its child, which is the first process inside, and that one's first child, the main
 * process of the program.
 */
final class SandboxFamily {

	private final long leader;

	private volatile long first;

	private volatile long main;

	SandboxFamily(long leader) {
		this.leader = leader;
	}

	/**
	 * Return the first process inside.
	 * @return its process id on this machine, or 0 when it is not there yet
	 */
	long first() {
		if (this.first == 0 && isBubblewrap()) {
			this.first = oldestChild(this.leader);
		}
		return this.first;
	}

	/**
	 * Return the main process of the program.
	 * @return its process id on this machine, or 0 when it is not there yet
	 */
	long main() {
		if (this.main == 0 && first() > 0) {
			this.main = oldestChild(first());
		}
		return this.main;
	}

	/**
	 * Say whether the program may have processes beside its main one.
	 * @return whether it may
	 */
	boolean hasMore() {
		long first = first();
		long main = main();
		return main == 0 || ProcessTable.hasChildren(main) || ProcessTable.childrenOf(first).size() != 1;
	}

	/**
	 * Pick the learner's processes.
	 * @param members all processes of the sandbox
	 * @return those that the learner's program started or is
	 */
	List<ProcessEntry> programs(List<ProcessEntry> members) {
		if (this.first == 0 && isBubblewrap()) {
			members.stream()
				.filter((entry) -> entry.parent() == this.leader)
				.findFirst()
				.ifPresent((entry) -> this.first = entry.pid());
		}
		if (this.first == 0) {
			return List.of();
		}
		return members.stream().filter((entry) -> entry.pid() != this.leader && entry.pid() != this.first).toList();
	}

	// Before, the same process is a shell that prepares the start.
	private boolean isBubblewrap() {
		return ProcessTable.nameOf(this.leader).equals("bwrap");
	}

	private static long oldestChild(long pid) {
		return ProcessTable.childrenOf(pid)
			.stream()
			.map(ProcessTable::entryOf)
			.flatMap(Optional::stream)
			.min(Comparator.comparingLong(ProcessEntry::startTicks).thenComparingLong(ProcessEntry::pid))
			.map(ProcessEntry::pid)
			.orElse(0L);
	}

}
