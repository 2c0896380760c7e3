package academy.coldstart.isolation;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MembersTests {

	private static final long LEADER = 4_000_001;

	private final Members members = new Members(LEADER, null, "MARK=none");

	@Test
	void countsTheSessionAndItsDescendants() {
		List<ProcessEntry> table = List.of(entry(4_000_004, 4_000_003, 4_000_004), entry(LEADER, 1, LEADER),
				entry(4_000_002, LEADER, LEADER), entry(4_000_003, 4_000_002, 4_000_003),
				entry(4_000_005, 1, 4_000_005));
		assertThat(this.members.in(table)).extracting(ProcessEntry::pid)
			.containsExactly(4_000_004L, LEADER, 4_000_002L, 4_000_003L);
	}

	@Test
	void remembersADescendantWhoseParentEnded() {
		this.members.in(List.of(entry(LEADER, 1, LEADER), entry(4_000_003, LEADER, 4_000_003)));
		assertThat(this.members.in(List.of(entry(4_000_003, 1, 4_000_003)))).extracting(ProcessEntry::pid)
			.containsExactly(4_000_003L);
	}

	@Test
	void doesNotMistakeAReusedProcessId() {
		this.members.in(List.of(entry(LEADER, 1, LEADER), entry(4_000_003, LEADER, 4_000_003)));
		ProcessEntry reused = new ProcessEntry(4_000_003, 1, 4_000_003, 4_000_003, 1, 999, 0);
		assertThat(this.members.in(List.of(reused))).isEmpty();
	}

	private static ProcessEntry entry(long pid, long parent, long session) {
		return new ProcessEntry(pid, parent, session, session, 1, 5, 0);
	}

}
