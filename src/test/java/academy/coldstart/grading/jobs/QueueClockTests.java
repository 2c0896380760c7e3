package academy.coldstart.grading.jobs;

import java.nio.file.Path;
import java.time.Duration;

import academy.coldstart.grading.GradingState.Status;
import academy.coldstart.submission.SubmissionId;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody sets the clock of the machine, or puts the machine to sleep.
 */
class QueueClockTests {

	private static final Duration AN_HOUR = Duration.ofHours(1);

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(ints = { 1, -1 })
	void repeatsNothingThatRunsWhileTheClockIsSet(int hours) {
		MovableClock clock = new MovableClock();
		try (JobsApplication application = JobsApplication.start(this.directory, clock,
				"--coldstart.grading.workers=2")) {
			SubmissionId running = application.submit("wait\n");
			Awaitility.await().until(() -> application.grading().started.size() == 1);
			clock.set(AN_HOUR.multipliedBy(hours));
			// The other worker grades on, and looks several times for jobs that seem
			// dead.
			for (int i = 0; i < 5; i++) {
				awaitFinished(application, application.submit("pass " + i + "\n"));
			}
			Awaitility.await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
			application.grading().permits.release();
			awaitFinished(application, running);
			assertThat(application.grading().started).filteredOn("wait\n"::equals).hasSize(1);
			assertThat(attempts(application, running)).isOne();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, -1 })
	void waitsNoLongerForANewAttemptWhenTheClockIsSet(int hours) {
		MovableClock clock = new MovableClock();
		try (JobsApplication application = JobsApplication.start(this.directory, clock)) {
			application.grading().faultsToCome.set(1);
			clock.set(AN_HOUR.multipliedBy(hours));
			SubmissionId id = application.submit("fault\n");
			awaitFinished(application, id);
			assertThat(application.grading().started).hasSize(2);
		}
	}

	@Test
	void takesUpWhatWasLeftAtOnceWhenTheClockWasSetBackMeanwhile() {
		SubmissionId running;
		SubmissionId waiting;
		try (JobsApplication application = JobsApplication.start(this.directory, MovableClock.ahead(AN_HOUR))) {
			running = application.submit("wait\n");
			waiting = application.submit("pass\n");
			Awaitility.await().until(() -> application.grading().started.size() == 1);
		}
		try (JobsApplication application = JobsApplication.start(this.directory, new MovableClock())) {
			application.grading().permits.release();
			awaitFinished(application, running);
			awaitFinished(application, waiting);
		}
	}

	private static void awaitFinished(JobsApplication application, SubmissionId id) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> application.gradings().find(id).orElseThrow().status() == Status.FINISHED);
	}

	private static int attempts(JobsApplication application, SubmissionId id) {
		return application.jdbc()
			.sql("select attempts from grading where submission = :id")
			.param("id", id.value())
			.query(Integer.class)
			.single();
	}

}
