package academy.coldstart.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class ChildProcessIntegrationTests {

	@TempDir
	private Path directory;

	@Test
	void aChildSeesOnlyTheEnvironmentItWasGiven() throws Exception {
		ChildProcess child = start(Map.of("ONLY", "this"), "env");
		String output = new String(child.standardOutput().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(output.lines()).containsExactly("ONLY=this");
		assertThat(child.exit().get(5, TimeUnit.SECONDS)).isZero();
	}

	@Test
	void aSignalReachesTheWholeGroup() throws Exception {
		ChildProcess child = start(Map.of("PATH", "/usr/bin:/bin"), "sh", "-c", "sleep 1000 & echo $!; wait");
		byte[] line = child.standardOutput().readNBytes(1);
		assertThat(line).hasSize(1);
		child.signal(Signal.KILL);
		assertThat(child.exit().get(5, TimeUnit.SECONDS)).isEqualTo(137);
		await().until(() -> membersOf(child.pid()) == 0);
	}

	@Test
	void aStoppedProcessGoesOnAfterContinue() throws Exception {
		ChildProcess child = start(Map.of("PATH", "/usr/bin:/bin"), "sleep", "1000");
		child.signal(Signal.STOP);
		await().until(() -> state(child.pid()) == 'T');
		child.signal(Signal.CONTINUE);
		await().until(() -> state(child.pid()) == 'S');
		child.stop(Duration.ofSeconds(2));
		assertThat(child.exit().get(5, TimeUnit.SECONDS)).isEqualTo(143);
	}

	@Test
	void aMissingProgramIsNamed() {
		assertThatExceptionOfType(ProcessStartFailed.class)
			.isThrownBy(
					() -> ChildProcess.start(new Command(List.of("true"), this.directory.resolve("absent"), Map.of())))
			.withMessageContaining("could not be started");
	}

	private ChildProcess start(Map<String, String> environment, String... line) {
		return ChildProcess.start(new Command(List.of(line), this.directory, environment));
	}

	private static char state(long pid) throws IOException {
		String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
		return stat.charAt(stat.lastIndexOf(')') + 2);
	}

	private static long membersOf(long group) {
		return ProcessHandle.allProcesses().filter((process) -> group(process.pid()) == group).count();
	}

	private static long group(long pid) {
		try {
			String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
			return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[2]);
		}
		catch (IOException ex) {
			return -1;
		}
	}

}
