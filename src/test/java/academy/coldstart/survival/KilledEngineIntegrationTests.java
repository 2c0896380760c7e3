package academy.coldstart.survival;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills LocalStack, and DynamoDB Local under it, with signal 9 while one grading deploys
 * and another is at its checks.
 */
class KilledEngineIntegrationTests {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	/** The first has passed the place of the second already. */
	private static final List<String> STAGES = List.of("grading.pipeline.CheckListener.executionFinished",
			"grading.deployment.ChangeSet.stack");

	/** It needs a table. */
	private final Work work = Work.solution("charge-once", "python", "conditional-put");

	@TempDir
	private Path directory;

	@Test
	void repeatsWhatItSpoiledOnAFreshEngine() {
		Home home = Home.create(this.directory);
		try (Program program = Program.start(home, "--coldstart.grading.workers=2")) {
			program.site().awaitReady();
			for (String victim : List.of("localstack.runtime.main", "DynamoDBLocal.jar")) {
				killInTheMiddle(program, victim);
			}
		}
		assertThat(StoredGradings.of(home).rows()).hasSize(4).allSatisfy((row) -> {
			assertThat(row.outcome()).isEqualTo("PASSED");
			assertThat(row.score()).isEqualTo(100);
		});
		assertThat(home.processes()).isEmpty();
		assertThat(home.workingFiles()).isEmpty();
	}

	private void killInTheMiddle(Program program, String victim) {
		List<String> submissions;
		List<ProcessHandle> processes = program.running(victim);
		assertThat(processes).as(victim).isNotEmpty();
		try (Debugger debugger = Debugger.attach(program)) {
			submissions = STAGES.stream().map((place) -> {
				Debugger.Halt halt = debugger.stopAt(place);
				String submission = program.site().submit(this.work);
				halt.await(PATIENCE);
				return submission;
			}).toList();
			processes.forEach(ProcessHandle::destroyForcibly);
			Awaitility.await().atMost(PATIENCE).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
		}
		submissions.forEach((submission) -> Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> program.site()
				.state(submission)
				.path("summary")
				.asString()
				.contains("which is not the fault of your code. The run begins again")));
		submissions.forEach((submission) -> this.work.assertGraded(program.site().awaitReport(submission)));
	}

}
