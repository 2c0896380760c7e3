package academy.coldstart.grading.jobs;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.GradingState.Status;
import academy.coldstart.process.ChildProcess;
import academy.coldstart.process.Command;
import academy.coldstart.process.Signal;
import academy.coldstart.submission.SubmissionId;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KilledProgramIntegrationTests {

	@TempDir
	private Path directory;

	@Test
	void gradesOnceWhatAProgramLeftThatWasKilledMoreOftenThanThereAreAttempts() throws Exception {
		List<SubmissionId> left = startAndKill();
		for (int i = 0; i < Attempt.LIMIT; i++) {
			startAgainAndKill();
		}
		try (JobsApplication application = JobsApplication.start(this.directory)) {
			application.grading().permits.release();
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(left)
					.extracting((id) -> application.gradings().find(id).map(GradingState::status).orElseThrow())
					.containsOnly(Status.FINISHED));
			assertThat(application.grading().started).containsExactlyInAnyOrder("wait\n", "pass\n");
			assertThat(application.jdbc()
				.sql("select attempts from grading order by attempts")
				.query(Integer.class)
				.list()).containsExactly(1, 1);
		}
	}

	private List<SubmissionId> startAndKill() throws Exception {
		String[] words = lastWords("submit").split(" ", -1);
		return List.of(SubmissionId.parse(words[1]), SubmissionId.parse(words[2]));
	}

	private void startAgainAndKill() throws Exception {
		assertThat(lastWords("resume")).isEqualTo("grading");
	}

	private String lastWords(String task) throws Exception {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		ChildProcess program = ChildProcess
			.start(new Command(List.of(java, "-cp", System.getProperty("java.class.path"),
					InterruptedProgram.class.getName(), this.directory.toString(), task), this.directory, Map.of()));
		try (BufferedReader lines = program.outputReader()) {
			return lines.lines().filter((text) -> text.startsWith("grading")).findFirst().orElseThrow();
		}
		finally {
			program.signal(Signal.KILL);
			program.exit().get();
		}
	}

}
