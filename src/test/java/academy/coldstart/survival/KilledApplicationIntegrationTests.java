package academy.coldstart.survival;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the packaged application with signal 9 at every stage of a grading, and its engine
 * under it: each submission gets its right verdict, once, and nothing is left behind.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledApplicationIntegrationTests {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final List<String> submissions = new ArrayList<>();

	private Home home = new Home(Path.of(""));

	private Program program;

	@BeforeAll
	void start(@TempDir Path directory) {
		this.home = Home.create(directory.resolve("home"));
		this.program = Program.start(this.home);
	}

	@AfterAll
	void everySubmissionHasOneVerdictAndNothingIsLeft() {
		this.program.close();
		assertThat(StoredGradings.of(this.home).rows()).hasSize(this.submissions.size())
			.allSatisfy((row) -> {
				assertThat(row.status()).isEqualTo("FINISHED");
				assertThat(row.outcome()).isEqualTo("PASSED");
				assertThat(row.score()).isEqualTo(100);
			});
		assertThat(StoredGradings.of(this.home).scheduled()).isZero();
		assertThat(this.home.processes()).isEmpty();
		assertThat(this.home.workingFolders()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void gradesOnceWhatWasBeingGraded(Moment moment) throws IOException {
		String submission;
		Snapshot snapshot;
		this.program.site().awaitReady();
		try (Breakpoint breakpoint = moment.breakpoint(this.program)) {
			submission = submit("hello-larkspur", "count-pieces");
			breakpoint.await(PATIENCE);
			snapshot = Snapshot.of(this.home, this.program);
			this.program.kill();
		}
		assertThat(StoredGradings.of(this.home).rows()).last().satisfies((row) -> {
			assertThat(row.status()).isEqualTo("RUNNING");
			assertThat(row.attempts()).isOne();
		});
		long begin = System.nanoTime();
		this.program = Program.start(this.home);
		assertPassed(this.program.site().awaitReport(submission));
		System.out.println("SURVIVAL " + moment + " recovered ms=" + (System.nanoTime() - begin) / 1_000_000);
		snapshot.assertGone();
	}

	private String submit(String exercise, String solution) throws IOException {
		String handler = Files.readString(Path.of("exercises", exercise, "solutions", solution, "handler.py"));
		String submission = this.program.site().submit(exercise, handler);
		this.submissions.add(submission);
		return submission;
	}

	private static void assertPassed(JsonNode report) {
		assertThat(report.path("outcome").asString()).as("%s", report).isEqualTo("passed");
		assertThat(report.path("score").asInt()).isEqualTo(100);
	}

	/**
	 * Where the application is killed.
	 */
	enum Moment {

		PACKAGING("grading.pipeline.Preparation", "prepare"),

		DEPLOYING("grading.deployment.ChangeSet", "stack"),

		CHECKING("grading.pipeline.CheckListener", "executionFinished"),

		STORING("grading.jobs.GradingTable", "finish");

		private final String type;

		private final String method;

		Moment(String type, String method) {
			this.type = type;
			this.method = method;
		}

		Breakpoint breakpoint(Program program) {
			return Breakpoint.set(program, this.type, this.method);
		}

	}

	/**
	 * What belongs to an application that is about to be killed.
	 *
	 * @param processes its processes
	 * @param folders the folders it works in
	 */
	record Snapshot(List<ProcessHandle> processes, List<Path> folders) {

		static Snapshot of(Home home, Program program) {
			return new Snapshot(program.handle().descendants().toList(), home.workingFolders());
		}

		void assertGone() {
			assertThat(this.processes).isNotEmpty().noneMatch(ProcessHandle::isAlive);
			assertThat(this.folders).isNotEmpty().noneMatch(Files::exists);
		}

	}

}
