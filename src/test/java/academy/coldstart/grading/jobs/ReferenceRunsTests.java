package academy.coldstart.grading.jobs;

import java.nio.file.Path;
import java.time.Duration;

import academy.coldstart.course.Course;
import academy.coldstart.course.Language;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.grading.GradingState.Status;
import academy.coldstart.grading.ReferenceKey;
import academy.coldstart.grading.ReferenceRuns;
import academy.coldstart.grading.ReferenceState;
import academy.coldstart.site.SampleStates;
import academy.coldstart.submission.SubmissionFixtures;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.submission.Submissions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ReferenceRunsTests {

	@TempDir
	private Path directory;

	private JobsApplication application;

	@BeforeEach
	void start() {
		this.application = JobsApplication.start(this.directory);
	}

	@AfterEach
	void stop() {
		this.application.close();
	}

	@Test
	void runsTheReferenceOnceAndKeepsItsTrace() {
		ReferenceKey key = key(7);
		assertThat(references().find(key)).isEmpty();
		references().request(key);
		await(key, ReferenceState.DONE);
		references().request(key);
		assertThat(references().trace(key)).hasValueSatisfying((trace) -> assertThat(trace).contains("\"seed\":7"));
		assertThat(references().find(key(8))).isEmpty();
		awaitNothingScheduled();
		assertThat(this.application.grading().started).containsExactly("pass reference\n");
	}

	@Test
	void isNothingThatCountsAsAnAttempt() {
		SubmissionId own = this.application.submit("pass own\n");
		awaitFinished(own);
		references().request(key(7));
		await(key(7), ReferenceState.DONE);
		assertThat(this.application.bean(LearnerProgress.class).attempts(SubmissionFixtures.exercise().slug()))
			.hasSize(1);
		assertThat(this.application.gradings().history(SubmissionFixtures.exercise().slug(), 0)).hasSize(1);
		assertThat(this.application.bean(Submissions.class).count(SubmissionFixtures.exercise().slug())).isOne();
		assertThat(this.application.bean(GradingTable.class).durations("charge-once", "python", 20)).hasSize(1);
	}

	@Test
	void letsEverythingThatWaitsToBeGradedGoFirst() {
		SubmissionId running = this.application.submit("wait 1\n");
		awaitStarted(1);
		references().request(key(7));
		SubmissionId later = this.application.submit("pass 2\n");
		this.application.grading().permits.release();
		awaitFinished(running);
		awaitFinished(later);
		await(key(7), ReferenceState.DONE);
		assertThat(this.application.grading().started).containsExactly("wait 1\n", "pass 2\n", "pass reference\n");
	}

	@Test
	void givesWayToAGradingAndIsRunAfterIt() {
		this.application.grading().reference.set("wait reference\n");
		ReferenceKey key = key(7);
		references().request(key);
		awaitStarted(1);
		assertThat(references().find(key)).hasValue(ReferenceState.RUNNING);
		SubmissionId own = this.application.submit("pass own\n");
		awaitFinished(own);
		this.application.grading().permits.release();
		await(key, ReferenceState.DONE);
		assertThat(this.application.grading().started).containsExactly("wait reference\n", "pass own\n",
				"wait reference\n");
		assertThat(attempts()).isOne();
	}

	@Test
	void runsAfterARestartWhatWasWaitingOrRunning() {
		this.application.grading().reference.set("wait reference\n");
		references().request(key(7));
		awaitStarted(1);
		references().request(key(8));
		this.application.close();
		this.application = JobsApplication.start(this.directory, new MovableClock(), "--test.reference=wait reference");
		this.application.grading().permits.release(2);
		await(key(7), ReferenceState.DONE);
		await(key(8), ReferenceState.DONE);
		assertThat(attempts()).isOne();
	}

	@Test
	void triesAgainAfterFaultsAndThenSaysSoUntilItIsAskedAgain() {
		this.application.grading().reference.set("throw reference\n");
		this.application.grading().faultsToCome.set(4);
		ReferenceKey key = key(7);
		references().request(key);
		await(key, ReferenceState.FAULTED);
		assertThat(references().trace(key)).isEmpty();
		assertThat(references().endState(key)).isEmpty();
		awaitNothingScheduled();
		references().request(key);
		await(key, ReferenceState.DONE);
		assertThat(references().trace(key)).isPresent();
		assertThat(references().endState(key)).hasValue(SampleStates.json());
	}

	@Test
	void takesAReferenceWithoutAllPointsForAFault() {
		this.application.grading().referencePoints.set(80);
		references().request(key(7));
		await(key(7), ReferenceState.FAULTED);
		assertThat(this.application.grading().started).hasSize(3);
	}

	@Test
	void forgetsARunWhoseSolutionHasChanged() {
		SubmissionId running = this.application.submit("wait 1\n");
		awaitStarted(1);
		ReferenceKey old = key(7);
		references().request(old);
		this.application.grading().reference.set("pass another\n");
		this.application.grading().permits.release();
		awaitFinished(running);
		Awaitility.await().until(() -> references().find(old).isEmpty());
		awaitNothingScheduled();
		assertThat(this.application.grading().started).containsExactly("wait 1\n");
	}

	private ReferenceRuns references() {
		return this.application.bean(ReferenceRuns.class);
	}

	private ReferenceKey key(long seed) {
		return ReferenceKey
			.of(this.application.bean(Course.class), SubmissionFixtures.exercise(), Language.PYTHON, seed)
			.orElseThrow();
	}

	private int attempts() {
		return this.application.jdbc().sql("select max(attempts) from reference_run").query(Integer.class).single();
	}

	private void await(ReferenceKey key, ReferenceState state) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(references().find(key)).hasValue(state));
	}

	private void awaitFinished(SubmissionId id) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.application.gradings().find(id).orElseThrow().status() == Status.FINISHED);
	}

	private void awaitStarted(int count) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.application.grading().started.size() == count);
	}

	private void awaitNothingScheduled() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.application.jdbc()
				.sql("select count(*) from scheduled_tasks")
				.query(Integer.class)
				.single() == 0);
	}

}
