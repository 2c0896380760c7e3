package academy.coldstart.survival;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the packaged application with signal 9 while it has a grading at every stage,
 * each held there by its own thread: each submission gets its right verdict, once, and
 * nothing is left behind.
 */
class KilledApplicationIntegrationTests {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	/** From the last to the first, so that none meets the place of another on its way. */
	private static final Map<String, Work> STAGES = new LinkedHashMap<>();

	static {
		Work solution = Work.solution("hello-larkspur", "python", "count-pieces");
		STAGES.put("grading.jobs.GradingTable.finish", Work.solution("charge-once", "python", "conditional-put"));
		STAGES.put("grading.pipeline.CheckListener.executionFinished", solution.startingWith("""
				import subprocess

				subprocess.Popen(["sleep", "4711"], start_new_session=True)

				"""));
		STAGES.put("grading.deployment.ChangeSet.stack", Work.starter());
		STAGES.put("grading.pipeline.SeedRun.inAccount", solution);
		STAGES.put("execution.CompilerRun.result", Work.solution("hello-larkspur", "java", "count-pieces-java"));
		STAGES.put("grading.pipeline.Preparation.prepare", Work.starter());
	}

	@TempDir
	private Path directory;

	private final Map<String, Work> submissions = new LinkedHashMap<>();

	@Test
	void gradesOnceWhatWasAtAnyStage() {
		Home home = Home.create(this.directory);
		List<Path> files = killAtEveryStage(home);
		assertThat(StoredGradings.of(home).rows()).extracting(StoredGradings.Row::status)
			.containsOnly("RUNNING", "QUEUED")
			.last()
			.isEqualTo("QUEUED");
		// Everything dies with the application but what a function started in a session
		// of
		// its own.
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(home.processes()).isNotEmpty()
				.allMatch((process) -> process.info().commandLine().orElse("").contains("sleep 4711")));

		List<ProcessHandle> lingering = home.processes();
		try (Program second = Program.start(home)) {
			this.submissions.forEach((submission, work) -> work.assertGraded(second.site().awaitReport(submission)));
			assertThat(second.output()).filteredOn((line) -> line.contains("Graded: submission="))
				.hasSize(this.submissions.size());
			assertThat(files).isNotEmpty().noneMatch(Files::exists);
			assertThat(lingering).noneMatch(ProcessHandle::isAlive);
		}
		assertThat(StoredGradings.of(home).rows()).hasSize(this.submissions.size())
			.allSatisfy((row) -> assertThat(row.status()).isEqualTo("FINISHED"))
			.extracting(StoredGradings.Row::attempts)
			.containsOnly(1);
		assertThat(StoredGradings.of(home).scheduled()).isZero();
		assertThat(home.processes()).isEmpty();
		assertThat(home.workingFiles()).isEmpty();
	}

	private List<Path> killAtEveryStage(Home home) {
		try (Program first = Program.start(home, "--coldstart.grading.workers=" + STAGES.size());
				Debugger debugger = Debugger.attach(first)) {
			first.site().awaitReady();
			STAGES.forEach((place, work) -> {
				Debugger.Halt halt = debugger.stopAt(place);
				this.submissions.put(first.site().submit(work), work);
				halt.await(PATIENCE);
			});
			this.submissions.put(first.site().submit(Work.starter()), Work.starter());
			List<Path> files = home.workingFiles();
			first.kill();
			return files;
		}
	}

}
