package academy.coldstart.isolation;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessTableTests {

	private static final String REST = " 10 20 30 0 -1 4194304 1 0 0 0 1 1 0 0 20 0 7 0 999 1000000 25 1 0";

	@Test
	void readsANameWithBlanksAndBrackets() {
		assertThat(ProcessTable.parse("42 (a) b (c) S" + REST))
			.isEqualTo(new ProcessEntry(42, 10, 20, 30, 7, 999, 25 * 4096));
	}

	@Test
	void leavesZombiesAndWhatHasEndedOut() {
		assertThat(ProcessTable.parse("42 (a) Z" + REST)).isNull();
		assertThat(ProcessTable.parse("")).isNull();
	}

	@Test
	void findsThisProcess() {
		long own = ProcessHandle.current().pid();
		assertThat(ProcessTable.read()).extracting(ProcessEntry::pid).contains(own);
		assertThat(ProcessTable.peakOf(own)).isPositive();
		assertThat(ProcessTable.proportionalOf(own)).isPositive();
	}

}
