package academy.coldstart.isolation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Knows which processes of the machine belong to one learner program, also those that
 * left its session: by user id where each program has its own, else by descent and by a
 * mark in their environment.
 */
final class Members {

	private final long leader;

	private final @Nullable Integer user;

	private final String mark;

	private final Set<String> own = new HashSet<>();

	private final Set<String> foreign = new HashSet<>();

	Members(long leader, @Nullable Integer user, String mark) {
		this.leader = leader;
		this.user = user;
		this.mark = mark;
	}

	/**
	 * Pick the processes of this program.
	 * @param table all processes
	 * @return those of this program
	 */
	synchronized List<ProcessEntry> in(List<ProcessEntry> table) {
		boolean grew = true;
		while (grew) {
			grew = false;
			Set<Long> parents = pidsOf(table);
			for (ProcessEntry entry : table) {
				grew |= !this.own.contains(entry.identity()) && belongs(entry, parents)
						&& this.own.add(entry.identity());
			}
		}
		Set<String> present = new HashSet<>(table.stream().map(ProcessEntry::identity).toList());
		this.own.retainAll(present);
		this.foreign.retainAll(present);
		return table.stream().filter((entry) -> this.own.contains(entry.identity())).toList();
	}

	private Set<Long> pidsOf(List<ProcessEntry> table) {
		Set<Long> pids = new HashSet<>();
		table.stream().filter((entry) -> this.own.contains(entry.identity())).forEach((entry) -> pids.add(entry.pid()));
		return pids;
	}

	private boolean belongs(ProcessEntry entry, Set<Long> parents) {
		if (entry.session() == this.leader || entry.group() == this.leader || parents.contains(entry.parent())) {
			return true;
		}
		if (this.foreign.contains(entry.identity())) {
			return false;
		}
		boolean marked = (this.user != null) ? ProcessTable.userOf(entry.pid()) == this.user
				: ProcessTable.hasSetting(entry.pid(), this.mark);
		if (!marked) {
			this.foreign.add(entry.identity());
		}
		return marked;
	}

}
