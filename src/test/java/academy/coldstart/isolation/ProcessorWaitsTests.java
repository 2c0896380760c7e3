package academy.coldstart.isolation;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessorWaitsTests {

	@Test
	void takesTheThreadThatWaitedLongestSinceThen() {
		ProcessorWaits before = new ProcessorWaits(Map.of(1L, 5_000_000L, 2L, 90_000_000L));
		ProcessorWaits after = new ProcessorWaits(Map.of(1L, 45_000_000L, 2L, 91_000_000L, 3L, 7_000_000L));
		assertThat(after.since(before)).isEqualTo(Duration.ofMillis(40));
		assertThat(new ProcessorWaits(Map.of()).since(before)).isZero();
	}

	@Test
	void readsThatThreadsOfABusyMachineWait() {
		ProcessorWaits before = new ProcessorWaits(ProcessTable.processorWaitsOf(ProcessHandle.current().pid()));
		AtomicBoolean busy = new AtomicBoolean(true);
		for (int i = 0; i < 3 * Runtime.getRuntime().availableProcessors(); i++) {
			Thread.ofPlatform().daemon().start(() -> {
				while (busy.get()) {
					Thread.onSpinWait();
				}
			});
		}
		Awaitility.await()
			.untilAsserted(() -> assertThat(
					new ProcessorWaits(ProcessTable.processorWaitsOf(ProcessHandle.current().pid())).since(before))
				.isGreaterThan(Duration.ofMillis(50)));
		busy.set(false);
	}

	@Test
	void knowsNothingOfAProcessThatHasEnded() {
		assertThat(ProcessTable.processorWaitsOf(Integer.MAX_VALUE)).isEmpty();
	}

}
