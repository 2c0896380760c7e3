package academy.coldstart.isolation;

import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

class LimitCheckTests {

	private static final long MEBIBYTE = 1024 * 1024;

	private final LimitCheck check = new LimitCheck(
			new Limits(128 * MEBIBYTE, 64 * MEBIBYTE, 30, 64, 4 * MEBIBYTE, 2000));

	@Test
	void letsAProgramBeThatKeepsToItsLimits() {
		assertThat(this.check.breachOf(processes(3), () -> processes(3))).isEmpty();
	}

	@Test
	void countsProcessesBeforeMemory() {
		assertThat(this.check.breachOf(processes(31), List::of)).hasValue(Breach.PROCESSES);
	}

	@Test
	void oneProcessThatNeedsTooMuchIsBeyondMemory() {
		assertThat(this.check.breachOf(List.of(process(1, 129 * MEBIBYTE)), () -> processes(31)))
			.hasValue(Breach.MEMORY);
	}

	// The memory that they share is read from the system, so they are this one.
	@Test
	@EnabledOnOs(OS.LINUX)
	void aProgramThatMultipliesHasTooManyProcessesEvenWhenItsMemoryIsSeenFirst() {
		List<ProcessEntry> growing = Collections.nCopies(10, process(ProcessHandle.current().pid(), 50 * MEBIBYTE));

		assertThat(this.check.breachOf(growing, () -> processes(31))).hasValue(Breach.PROCESSES);
		assertThat(this.check.breachOf(growing, () -> growing)).hasValue(Breach.MEMORY);
	}

	private static List<ProcessEntry> processes(int count) {
		return LongStream.rangeClosed(1, count).mapToObj((pid) -> process(pid, MEBIBYTE)).toList();
	}

	private static ProcessEntry process(long pid, long residentBytes) {
		return new ProcessEntry(pid, 1, pid, pid, 1, 5, residentBytes);
	}

}
