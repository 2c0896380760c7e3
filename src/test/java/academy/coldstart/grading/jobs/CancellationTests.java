package academy.coldstart.grading.jobs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.GradingState.Status;
import academy.coldstart.submission.SubmissionFixtures;
import academy.coldstart.submission.SubmissionId;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CancellationTests {

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
	void cancelsWhatWaitsWithoutGradingIt() {
		SubmissionId running = this.application.submit("wait\n");
		awaitStarted(1);
		SubmissionId waiting = this.application.submit("pass 2\n");
		SubmissionId last = this.application.submit("pass 3\n");
		assertThat(this.application.gradings().cancel(waiting)).isTrue();
		assertThat(state(waiting).status()).isEqualTo(Status.CANCELLED);
		Awaitility.await().untilAsserted(() -> assertThat(state(last).ahead()).isZero());
		this.application.grading().permits.release();
		awaitOver(running);
		awaitOver(last);
		awaitNothingScheduled();
		assertThat(this.application.grading().started).containsExactly("wait\n", "pass 3\n");
		assertThat(state(waiting).report()).isNull();
	}

	@Test
	void cancelsWhatRunsAndFreesTheRunnerAtOnce() {
		SubmissionId running = this.application.submit("wait\n");
		awaitStarted(1);
		List<GradingState> heard = new CopyOnWriteArrayList<>();
		this.application.gradings().follow(running, heard::add);
		SubmissionId next = this.application.submit("pass\n");
		assertThat(this.application.gradings().cancel(running)).isTrue();
		awaitOver(next);
		assertThat(state(next).status()).isEqualTo(Status.FINISHED);
		assertThat(state(running).status()).isEqualTo(Status.CANCELLED);
		Awaitility.await().until(() -> heard.getLast().status() == Status.CANCELLED);
		assertThat(heard).extracting(GradingState::sequence).isSorted().doesNotHaveDuplicates();
		assertThat(heard.getLast().sequence()).isEqualTo(state(running).sequence());
	}

	@Test
	void comesTooLateForWhatHasFinished() {
		SubmissionId id = this.application.submit("pass\n");
		awaitOver(id);
		assertThat(this.application.gradings().cancel(id)).isFalse();
		assertThat(state(id).status()).isEqualTo(Status.FINISHED);
		assertThat(this.application.gradings().cancel(SubmissionId.create())).isFalse();
	}

	@Test
	void endsInOneWayWhenItFinishesAtTheSameMoment() {
		for (int round = 0; round < 20; round++) {
			SubmissionId id = this.application.submit("wait " + round + "\n");
			awaitStarted(round + 1);
			List<GradingState> heard = new CopyOnWriteArrayList<>();
			this.application.gradings().follow(id, heard::add);
			this.application.grading().permits.release();
			boolean cancelled = this.application.gradings().cancel(id);
			awaitNothingScheduled();
			GradingState state = state(id);
			assertThat(state.status()).isEqualTo(cancelled ? Status.CANCELLED : Status.FINISHED);
			assertThat(state.report() == null).isEqualTo(cancelled);
			Awaitility.await().until(() -> heard.getLast().status().isOver());
			assertThat(heard.getLast().status()).isEqualTo(state.status());
			this.application.grading().permits.drainPermits();
		}
	}

	@Test
	void staysCancelledAfterARestart() {
		SubmissionId running = this.application.submit("wait 1\n");
		SubmissionId waiting = this.application.submit("wait 2\n");
		awaitStarted(1);
		this.application.gradings().cancel(waiting);
		this.application.gradings().cancel(running);
		this.application.close();
		this.application = JobsApplication.start(this.directory);
		SubmissionId next = this.application.submit("pass\n");
		awaitOver(next);
		assertThat(List.of(running, waiting)).extracting((id) -> state(id).status()).containsOnly(Status.CANCELLED);
		assertThat(this.application.grading().started).containsExactly("pass\n");
	}

	@Test
	void gradesAfterAllWhatWasCancelled() {
		SubmissionId id = this.application.submit("wait\n");
		awaitStarted(1);
		this.application.gradings().cancel(id);
		this.application.grading().permits.release();
		this.application.gradings().retry(id);
		Awaitility.await().until(() -> state(id).status() == Status.FINISHED);
		assertThat(state(id).report()).isNotNull();
		assertThat(this.application.gradings().cancel(id)).isFalse();
	}

	@Test
	void estimatesByWhatWasMeasured() {
		this.application.submit("pass\n");
		awaitNothingScheduled();
		this.application.jdbc().sql("update grading set duration_ms = 4000").update();
		SubmissionId running = this.application.submit("wait\n");
		awaitStarted(2);
		SubmissionId first = this.application.submit("wait 1\n");
		SubmissionId second = this.application.submit("wait 2\n");
		assertThat(this.application.gradings().estimate(running)).isEmpty();
		assertThat(this.application.gradings().estimate(first))
			.hasValueSatisfying((time) -> assertThat(time).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8)));
		assertThat(this.application.gradings().estimate(second))
			.hasValueSatisfying((time) -> assertThat(time).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12)));
	}

	@Test
	void estimatesNothingWhereNothingWasMeasured() {
		this.application.submit("wait\n");
		awaitStarted(1);
		SubmissionId waiting = this.application.submit("wait 1\n");
		assertThat(this.application.gradings().estimate(waiting)).isEmpty();
		assertThat(Estimates.median(List.of())).isEmpty();
		assertThat(Estimates.median(List.of(9L, 1L, 4L))).hasValue(4);
		assertThat(this.application.gradings().history(SubmissionFixtures.exercise().slug(), 0)).hasSize(2);
	}

	private GradingState state(SubmissionId id) {
		return this.application.gradings().find(id).orElseThrow();
	}

	private void awaitOver(SubmissionId id) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> state(id).status().isOver());
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
