package academy.coldstart.isolation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import academy.coldstart.process.Command;
import academy.coldstart.process.Signals;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

class PlainIsolationIntegrationTests {

	private static final Limits LIMITS = new Limits(64L * 1024 * 1024, 64L * 1024 * 1024, 20, 64, 1024 * 1024, 1000);

	@TempDir
	private Path directory;

	private final PlainIsolation isolation = new PlainIsolation(61500);

	private Path scratch = Path.of("/");

	private Path readable = Path.of("/");

	@BeforeEach
	void makeDirectories() throws IOException {
		this.scratch = Files.createDirectory(this.directory.resolve("scratch"));
		this.readable = Files.createDirectory(this.directory.resolve("readable"));
		Files.writeString(this.readable.resolve("note"), "hello");
	}

	@AfterEach
	void close() {
		this.isolation.close();
	}

	@Test
	void runsAProgramThatSeesWhatItMayRead() throws IOException {
		assertThat(run("id -u; cat " + this.readable + "/note; echo x > $TMPDIR/y; cat $TMPDIR/y; echo $SECRET"))
			.contains("hello")
			.endsWith("x\n\n")
			.doesNotStartWith("0\n");
		assertThat(this.scratch).doesNotExist();
	}

	@Test
	void doesNotLetAVariableReachTheProgramsBeforeTheLearners() throws IOException {
		try (Cell cell = open()) {
			Command command = new Command(List.of("/bin/sh", "-c", "echo $LD_PRELOAD"), Path.of("/"),
					Map.of("PATH", "/usr/bin:/bin", "LD_PRELOAD", "/nowhere.so"));
			ConfinedProcess process = cell.start(command);
			String errors = new String(process.standardError().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(errors.lines().filter((line) -> line.contains("/nowhere.so"))).hasSize(1);
		}
	}

	@Test
	void keepsOthersOutOfTheScratchDirectoryAndRootOutOfTheProgram() throws IOException {
		assumeThat(Signals.userId()).isZero();
		Path other = Files.createDirectory(this.directory.resolve("other"));
		Files.writeString(other.resolve("secret"), "secret");
		Directories.giveTo(61999, other);
		assertThat(run("cat " + other + "/secret 2>&1; id -u; id -G")).doesNotContain("secret\n").contains("615");
	}

	@Test
	void refusesDirectoriesThatItsUserIdsCannotRead() throws IOException {
		assumeThat(Signals.userId()).isZero();
		Files.setPosixFilePermissions(this.directory,
				java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
		try (PlainIsolation container = new PlainIsolation(61500, Privileges.USERS)) {
			assertThatIllegalStateException().isThrownBy(() -> container.open(confinement()).close())
				.withMessageContaining(this.readable.toString())
				.withMessageContaining("is closed to other users");
		}
	}

	@Test
	void pausesEveryProcess() {
		try (Cell cell = open()) {
			ConfinedProcess process = start(cell,
					"setsid sh -c 'while true; do echo x >> $TMPDIR/log; sleep 0.01; done' & "
							+ "while true; do sleep 0.01; done");
			Awaitility.await().until(() -> Files.exists(this.scratch.resolve("log")));
			process.freeze();
			Awaitility.await().untilAsserted(() -> assertThat(states(cell)).isNotEmpty().containsOnly("T"));
			process.resume();
			Awaitility.await().untilAsserted(() -> assertThat(states(cell)).doesNotContain("T"));
		}
	}

	@Test
	void killsWhatExceedsALimit() {
		assertThat(breach("for i in $(seq 50); do sleep 60 & done; wait")).isEqualTo(Breach.PROCESSES);
		assertThat(breach("head -c 900000 /dev/zero > $TMPDIR/a; head -c 900000 /dev/zero > $TMPDIR/b; sleep 60"))
			.isEqualTo(Breach.SCRATCH);
	}

	@Test
	void endsEveryProcessWhenTheCellIsClosed() {
		Cell cell = open();
		start(cell, "for i in 1 2 3; do setsid sleep 600 & done; (setsid sh -c 'sleep 600 & sleep 600' &); sleep 600");
		Awaitility.await().until(() -> states(cell).size() >= 6);
		cell.close();
		assertThat(states(cell)).isEmpty();
	}

	@Test
	void saysThatItIsNoSandbox() {
		assertThat(this.isolation.describe()).contains("not a sandbox");
		assertThat(this.isolation.unavailable()).isEmpty();
	}

	private Breach breach(String script) {
		try {
			Files.createDirectories(this.scratch);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		try (Cell cell = open()) {
			CompletableFuture<Breach> breach = start(cell, script).breach();
			Awaitility.await().until(breach::isDone);
			return breach.join();
		}
	}

	private String run(String script) throws IOException {
		try (Cell cell = open()) {
			return new String(start(cell, script).standardOutput().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private Cell open() {
		return this.isolation.open(confinement());
	}

	private Confinement confinement() {
		return new Confinement(this.scratch, List.of(this.readable), java.util.Map.of(), List.of(), LIMITS);
	}

	private ConfinedProcess start(Cell cell, String script) {
		return cell.start(new Command(List.of("/bin/sh", "-c", script), Path.of("/"),
				Map.of("PATH", "/usr/bin:/bin", "TMPDIR", cell.inside(this.scratch).toString())));
	}

	/**
	 * Return the states of all processes of a cell, from the marks in their environment.
	 */
	private static List<String> states(Cell cell) {
		String setting = ((PlainCell) cell).setting();
		return ProcessTable.read()
			.stream()
			.filter((entry) -> ProcessTable.hasSetting(entry.pid(), setting))
			.map((entry) -> ProcessHandle.of(entry.pid()).isPresent() ? state(entry.pid()) : "")
			.filter((state) -> !state.isEmpty())
			.toList();
	}

	private static String state(long pid) {
		try {
			String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
			return stat.substring(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
		}
		catch (IOException ex) {
			return "";
		}
	}

}
