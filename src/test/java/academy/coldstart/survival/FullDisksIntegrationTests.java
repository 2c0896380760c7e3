package academy.coldstart.survival;

import java.nio.file.Path;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lets the disks of the packaged application run full, one after the other.
 */
class FullDisksIntegrationTests {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final Work work = Work.solution("hello-larkspur", "python", "count-pieces");

	@TempDir
	private Path directory;

	private Home home = new Home(Path.of(""));

	private SmallDisk database = new SmallDisk(Path.of(""));

	private SmallDisk engine = new SmallDisk(Path.of(""));

	private SmallDisk functions = new SmallDisk(Path.of(""));

	@BeforeEach
	void mount() {
		this.home = Home.create(this.directory);
		this.database = SmallDisk.mount(this.home.path().resolve("var/db"), 24);
		this.engine = SmallDisk.mount(this.home.path().resolve("var/engine"), 300);
		this.functions = SmallDisk.mount(this.home.functions(), 120);
	}

	@AfterEach
	void unmount() {
		this.database.close();
		this.engine.close();
		this.functions.close();
	}

	@Test
	void keepsWhatWasHandedInAndGradesItWhenThereIsRoomAgain() {
		try (Program program = Program.start(this.home)) {
			program.site().awaitReady();
			gradesAfterwards(program, this.functions, "functions need 50 MB there");
			gradesAfterwards(program, this.engine, "the engine needs 50 MB there");
			blamesNobodyForADiskThatRunsFullInTheMiddle(program);
			losesNoResultWhenThereIsNoRoomForIt(program);
		}
		assertThat(StoredGradings.of(this.home).rows()).hasSize(4).allSatisfy((row) -> {
			assertThat(row.outcome()).isEqualTo("PASSED");
			assertThat(row.score()).isEqualTo(100);
		});
	}

	private void gradesAfterwards(Program program, SmallDisk disk, String need) {
		disk.fill();
		awaitNoRoom(program, disk, need);
		String submission = program.site().submit(this.work);
		assertThat(program.site().get(submission).body()).contains(disk.path().toString(), "Make room on that disk");
		Awaitility.await()
			.during(Duration.ofSeconds(5))
			.atMost(PATIENCE)
			.until(() -> !program.site().state(submission).path("status").asString().equals("finished"));
		disk.makeRoom();
		this.work.assertGraded(program.site().awaitReport(submission));
	}

	private void blamesNobodyForADiskThatRunsFullInTheMiddle(Program program) {
		String submission;
		try (Debugger debugger = Debugger.attach(program)) {
			Debugger.Halt deploying = debugger.stopAt("grading.deployment.ChangeSet.stack");
			submission = program.site().submit(this.work);
			deploying.await(PATIENCE);
			this.functions.fill();
		}
		awaitNoRoom(program, this.functions, "functions need 50 MB there");
		this.functions.makeRoom();
		this.work.assertGraded(program.site().awaitReport(submission));
	}

	// H2 may find room for it within its own file.
	private void losesNoResultWhenThereIsNoRoomForIt(Program program) {
		String submission;
		try (Debugger debugger = Debugger.attach(program)) {
			Debugger.Halt storing = debugger.stopAt("grading.jobs.GradingTable.finish");
			submission = program.site().submit(this.work);
			storing.await(PATIENCE);
			this.database.fill();
		}
		Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
			JsonNode state = program.site().state(submission);
			return state.path("status").asString().equals("finished") || state.path("summary")
				.asString()
				.contains("All checks are done. The result cannot be saved at the moment");
		});
		this.database.makeRoom();
		Awaitility.await()
			.atMost(PATIENCE)
			.ignoreExceptions()
			.until(() -> program.site().state(submission).path("status").asString().equals("finished"));
		this.work.assertGraded(program.site().awaitReport(submission));
	}

	private static void awaitNoRoom(Program program, SmallDisk disk, String need) {
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
			JsonNode readiness = program.site().json("/readiness");
			assertThat(readiness.path("level").asString()).isEqualTo("unavailable");
			assertThat(readiness.path("summary").asString()).contains(disk.path().toString(), need);
		});
	}

}
