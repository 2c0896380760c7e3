package academy.coldstart.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CommandResultTests {

	private final List<String> lines = new CopyOnWriteArrayList<>();

	@Test
	void collectsBothOutputsAndTheExitCode() {
		CommandResult result = run("echo out; echo err >&2; exit 3", Duration.ofSeconds(20));
		assertThat(result.exitCode()).isEqualTo(3);
		assertThat(result.succeeded()).isFalse();
		assertThat(result.output().lines()).containsExactlyInAnyOrder("out", "err");
		assertThat(this.lines).containsExactlyInAnyOrder("out", "err");
	}

	@Test
	void killsACommandThatTakesTooLong() {
		assertThat(run("echo begun; sleep 60", Duration.ofMillis(300)).exitCode()).isEqualTo(-1);
	}

	@Test
	void keepsTheLastLinesOnly() {
		CommandResult result = run("i=0; while [ $i -lt 1000 ]; do echo $i; i=$((i+1)); done", Duration.ofSeconds(20));
		assertThat(result.output().lines()).hasSize(200).endsWith("999");
	}

	@Test
	void namesAProgramThatDoesNotExist() {
		CommandResult result = CommandResult.of(new Command(List.of("/nowhere/program"), Path.of("/"), PATH),
				Duration.ofSeconds(20), this.lines::add);
		assertThat(result.succeeded()).isFalse();
		assertThat(result.output()).contains("/nowhere/program");
	}

	@Test
	void rejectsAWorkingDirectoryThatDoesNotExist() {
		Command command = new Command(List.of("true"), Path.of("/nowhere"), PATH);
		assertThatThrownBy(() -> CommandResult.of(command, Duration.ofSeconds(20), this.lines::add))
			.isInstanceOf(ProcessStartFailed.class);
	}

	private static final Map<String, String> PATH = Map.of("PATH", "/usr/bin:/bin");

	private CommandResult run(String script, Duration limit) {
		return CommandResult.of(new Command(List.of("/bin/sh", "-c", script), Path.of("/"), PATH), limit,
				this.lines::add);
	}

}
