package academy.coldstart.grading.jobs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import academy.coldstart.grading.GradingState.Status;
import academy.coldstart.submission.SubmissionId;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application is told to stop.
 */
class QueueStopTests {

	@TempDir
	private Path directory;

	@Test
	void letsAGradingFinishThatDoesSoInTime() {
		SubmissionId id;
		try (JobsApplication application = JobsApplication.start(this.directory, new MovableClock(),
				"--db-scheduler.shutdown-max-wait=20s")) {
			id = application.submit("wait\n");
			Awaitility.await().until(() -> application.grading().started.size() == 1);
			Thread.ofPlatform().daemon().start(() -> {
				Awaitility.await()
					.until(() -> application.bean(com.github.kagkarlsson.scheduler.Scheduler.class)
						.getSchedulerState()
						.isShuttingDown());
				application.grading().permits.release();
			});
		}
		try (JobsApplication application = JobsApplication.start(this.directory)) {
			assertThat(application.gradings().find(id).orElseThrow().status()).isEqualTo(Status.FINISHED);
			assertThat(application.grading().started).isEmpty();
		}
	}

	@Test
	void releasesWhatIsNotFinishedInTimeWithoutCountingIt() {
		SubmissionId running;
		SubmissionId waiting;
		try (JobsApplication application = JobsApplication.start(this.directory)) {
			running = application.submit("wait\n");
			waiting = application.submit("pass\n");
			Awaitility.await().until(() -> application.grading().started.size() == 1);
		}
		try (JobsApplication application = JobsApplication.start(this.directory, new MovableClock(),
				"--db-scheduler.enabled=false", "--spring.main.lazy-initialization=true")) {
			assertThat(
					application.jdbc().sql("select status || ' ' || attempts from grading").query(String.class).list())
				.containsOnly("QUEUED 0");
			assertThat(application.jdbc()
				.sql("select count(*) from scheduled_tasks where picked = false")
				.query(Integer.class)
				.single()).isEqualTo(2);
		}
		try (JobsApplication application = JobsApplication.start(this.directory)) {
			application.grading().permits.release();
			awaitFinished(application, List.of(running, waiting));
		}
	}

	@Test
	void losesAndRepeatsNothingHoweverOftenItIsStoppedWhileResultsAreStored() {
		Random random = new Random();
		List<SubmissionId> accepted = new ArrayList<>();
		List<String> graded = new ArrayList<>();
		for (int round = 0; round < 8; round++) {
			TestGrading grading;
			try (JobsApplication application = JobsApplication.start(this.directory)) {
				grading = application.grading();
				for (int i = 0; i < 10; i++) {
					accepted.add(application.submit("pass " + accepted.size() + "\n"));
				}
				LockSupport.parkNanos(random.nextLong(Duration.ofMillis(400).toNanos()));
			}
			graded.addAll(grading.started);
		}
		try (JobsApplication application = JobsApplication.start(this.directory)) {
			awaitFinished(application, accepted);
			graded.addAll(application.grading().started);
		}
		assertThat(graded).doesNotHaveDuplicates().hasSameSizeAs(accepted);
	}

	private static void awaitFinished(JobsApplication application, List<SubmissionId> ids) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> ids.stream()
				.allMatch((id) -> application.gradings().find(id).orElseThrow().status() == Status.FINISHED));
	}

}
