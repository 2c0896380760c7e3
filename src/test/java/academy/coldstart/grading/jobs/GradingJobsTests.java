package academy.coldstart.grading.jobs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradeReport.Outcome;
import academy.coldstart.grading.GradedRun;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.GradingState.Status;
import academy.coldstart.grading.RunJson;
import academy.coldstart.submission.Submission;
import academy.coldstart.submission.SubmissionFixtures;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.submission.Submissions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GradingJobsTests {

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
	void gradesASubmissionAtOnceAndKeepsTheReport() {
		SubmissionId id = this.application.submit("pass\n");
		GradingState state = awaitFinished(id);
		assertThat(state.exercise()).isEqualTo("charge-once");
		assertThat(state.language()).isEqualTo("python");
		GradeReport report = report(id);
		assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
		assertThat(report.seeds()).hasSize(2).doesNotHaveDuplicates();
		assertThat(state.checks()).isEqualTo(report.checks());
		assertThat(this.application.gradings().trace(id)).hasValue("{\"runs\":[]}");
	}

	@Test
	void startsWithoutWaitingForTheNextLookAtTheQueue(@TempDir Path other) {
		try (JobsApplication lazy = JobsApplication.start(other, "1h")) {
			SubmissionId first = lazy.submit("wait\n");
			SubmissionId second = lazy.submit("pass\n");
			lazy.grading().permits.release();
			Awaitility.await()
				.untilAsserted(() -> assertThat(List.of(first, second))
					.extracting((id) -> lazy.gradings().find(id).orElseThrow().status())
					.containsOnly(Status.FINISHED));
		}
	}

	@Test
	void knowsNothingOfUnknownSubmissions() {
		SubmissionId unknown = SubmissionId.create();
		assertThat(this.application.gradings().find(unknown)).isEmpty();
		assertThat(this.application.gradings().trace(unknown)).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> this.application.gradings().follow(unknown, (state) -> {
		}));
	}

	@Test
	void gradesInTheOrderOfArrivalAndSaysHowManyAreAhead() {
		SubmissionId first = this.application.submit("wait 1\n");
		awaitStarted(1);
		List<SubmissionId> others = List.of(this.application.submit("wait 2\n"), this.application.submit("wait 3\n"),
				this.application.submit("wait 4\n"));
		assertThat(others).extracting(this::ahead).containsExactly(0, 1, 2);
		assertThat(state(first).status()).isEqualTo(Status.RUNNING);
		this.application.grading().permits.release();
		awaitStarted(2);
		Awaitility.await()
			.untilAsserted(() -> assertThat(others.subList(1, 3)).extracting(this::ahead).containsExactly(0, 1));
		this.application.grading().permits.release(3);
		others.forEach(this::awaitFinished);
		assertThat(this.application.grading().started).containsExactly("wait 1\n", "wait 2\n", "wait 3\n", "wait 4\n");
	}

	@Test
	void gradesNewSubmissionsBeforeOldOnesAgain() {
		this.application.grading().faultsToCome.set(3);
		SubmissionId old = this.application.submit("fault\n");
		awaitFinished(old);
		this.application.submit("wait\n");
		awaitStarted(4);
		this.application.gradings().retry(old);
		SubmissionId fresh = this.application.submit("pass\n");
		Awaitility.await().untilAsserted(() -> assertThat(ahead(old)).isEqualTo(1));
		assertThat(ahead(fresh)).isZero();
		this.application.grading().permits.release();
		awaitFinished(old);
		assertThat(this.application.grading().started).endsWith("wait\n", "pass\n", "fault\n");
		assertThat(report(old).outcome()).isEqualTo(Outcome.PASSED);
	}

	@Test
	void gradesADoubleClickOnce() {
		UUID form = UUID.randomUUID();
		SubmissionId first = this.application.submit("pass\n", form);
		SubmissionId second = this.application.submit("pass\n", form);
		awaitFinished(first);
		assertThat(second).isEqualTo(first);
		assertThat(this.application.grading().started).hasSize(1);
	}

	@Test
	void schedulesNothingWhenTheSubmissionIsNotStored() {
		this.application.bean(TransactionOperations.class).executeWithoutResult((status) -> {
			this.application.submit("pass 1\n");
			status.setRollbackOnly();
		});
		awaitFinished(this.application.submit("pass 2\n"));
		assertThat(this.application.grading().started).containsExactly("pass 2\n");
		assertThat(this.application.jdbc().sql("select count(*) from grading").query(Integer.class).single()).isOne();
	}

	@Test
	void triesAgainAfterAFaultOfThePlatform() {
		this.application.grading().faultsToCome.set(2);
		SubmissionId id = this.application.submit("throw\n");
		awaitFinished(id);
		assertThat(report(id).outcome()).isEqualTo(Outcome.PASSED);
		assertThat(this.application.grading().started).hasSize(3);
	}

	@Test
	void givesUpAfterThreeAttemptsWithoutAVerdict() {
		this.application.grading().faultsToCome.set(100);
		SubmissionId id = this.application.submit("throw\n");
		awaitFinished(id);
		GradeReport report = report(id);
		assertThat(report.outcome()).isEqualTo(Outcome.NOT_GRADED);
		assertThat(report.problem()).extracting(GradeReport.Problem::message)
			.asString()
			.contains("not your code's fault");
		assertThat(report.submission().hash()).hasSize(64);
		assertThat(this.application.grading().started).hasSize(3);
	}

	@Test
	void gradesAgainOnlyWhatHasNoVerdict() {
		SubmissionId passed = this.application.submit("pass\n");
		awaitFinished(passed);
		this.application.gradings().retry(passed);
		this.application.gradings().retry(SubmissionId.create());
		assertThat(state(passed).status()).isEqualTo(Status.FINISHED);
		assertThat(this.application.grading().started).hasSize(1);
	}

	@Test
	void tellsFollowersEveryStateInOrder() {
		this.application.submit("wait 1\n");
		awaitStarted(1);
		SubmissionId id = this.application.submit("wait 2\n");
		List<GradingState> heard = new CopyOnWriteArrayList<>();
		this.application.gradings().follow(id, heard::add);
		this.application.grading().permits.release(2);
		Awaitility.await().until(() -> !heard.isEmpty() && last(heard).status() == Status.FINISHED);
		assertThat(heard).extracting(GradingState::status)
			.containsExactly(Status.QUEUED, Status.RUNNING, Status.RUNNING, Status.RUNNING, Status.RUNNING,
					Status.FINISHED);
		assertThat(heard).extracting(GradingState::stage)
			.containsExactly(null, null, "package", "check", "check", null);
		assertThat(heard.get(4).checks()).hasSize(1);
		assertThat(heard).extracting(GradingState::sequence).isSorted().doesNotHaveDuplicates();
		assertThat(state(id).sequence()).isEqualTo(last(heard).sequence());
	}

	@Test
	void tellsTheLastStateToWhoeverComesLate() {
		SubmissionId id = this.application.submit("pass\n");
		awaitFinished(id);
		List<GradingState> heard = new CopyOnWriteArrayList<>();
		this.application.gradings().follow(id, heard::add);
		Awaitility.await().untilAsserted(() -> assertThat(heard).hasSize(1));
		assertThat(last(heard).report()).isNotNull();
	}

	@Test
	void tellsNothingAfterTheSubscriptionIsClosedOrItsListenerFails() throws Exception {
		SubmissionId id = this.application.submit("wait\n");
		awaitStarted(1);
		List<GradingState> closed = new CopyOnWriteArrayList<>();
		List<GradingState> failing = new CopyOnWriteArrayList<>();
		AutoCloseable subscription = this.application.gradings().follow(id, closed::add);
		this.application.gradings().follow(id, (state) -> {
			failing.add(state);
			throw new IllegalStateException("The browser is gone");
		});
		Awaitility.await().until(() -> !closed.isEmpty() && !failing.isEmpty());
		subscription.close();
		int before = closed.size();
		this.application.grading().permits.release();
		awaitFinished(id);
		assertThat(closed).hasSize(before);
		assertThat(failing).hasSize(1);
	}

	@Test
	void listsTheNewestFirst() {
		SubmissionId first = this.application.submit("pass\n");
		SubmissionId second = this.application.submit("wait\n");
		awaitFinished(first);
		assertThat(this.application.gradings().history(SubmissionFixtures.exercise().slug(), 0))
			.extracting(GradingState::submission)
			.containsExactly(second, first);
	}

	@Test
	void dropsTheResultOfALateWorker() {
		SubmissionId id = this.application.submit("wait\n");
		awaitStarted(1);
		GradingTable table = this.application.bean(GradingTable.class);
		Attempt newer = table.claim(new JobId(id, 1)).orElseThrow();
		this.application.grading().permits.release();
		Awaitility.await()
			.until(() -> this.application.jdbc()
				.sql("select count(*) from scheduled_tasks")
				.query(Integer.class)
				.single() == 0);
		assertThat(table.find(id).orElseThrow().status()).isEqualTo(Status.RUNNING);
		Submission submission = this.application.bean(Submissions.class).find(id).orElseThrow();
		GradedRun run = NotGraded.run(submission, 3, submission.receivedAt(), "test", "By the newer worker");
		assertThat(table.finish(new Attempt(id, UUID.randomUUID(), 2, 0), run, 9)).isFalse();
		assertThat(table.finish(newer, run, 9)).isTrue();
		assertThat(table.finish(newer, run, 10)).isFalse();
		assertThat(table.release(newer, true)).isFalse();
	}

	@Test
	void gradesAfterARestartWhatWasWaitingAndWhatWasRunning() {
		SubmissionId running = this.application.submit("wait 1\n");
		SubmissionId waiting = this.application.submit("pass 2\n");
		awaitStarted(1);
		long shown = state(running).sequence();
		this.application.close();
		this.application = JobsApplication.start(this.directory);
		this.application.grading().permits.release();
		awaitFinished(running);
		awaitFinished(waiting);
		assertThat(this.application.grading().started).containsExactlyInAnyOrder("wait 1\n", "pass 2\n");
		assertThat(report(running).outcome()).isEqualTo(Outcome.PASSED);
		assertThat(state(running).sequence()).isGreaterThan(shown);
		assertThat(attempts(running)).isEqualTo(1);
	}

	@Test
	void endsWithoutAVerdictWhatStoppedTheProgramEveryTime() {
		SubmissionId id = this.application.submit("wait\n");
		awaitStarted(1);
		this.application.jdbc().sql("update grading set interruptions = 11").update();
		GradingWorker worker = this.application.bean(GradingWorker.class);
		worker.work(new JobId(id, 1));
		assertThat(report(id).outcome()).isEqualTo(Outcome.NOT_GRADED);
		this.application.grading().permits.release();
		assertThat(report(id).outcome()).isEqualTo(Outcome.NOT_GRADED);
	}

	@Test
	void readsTheReportsItWrites() {
		SubmissionId id = this.application.submit("pass\n");
		awaitFinished(id);
		GradeReport report = report(id);
		assertThat(RunJson.readReport(RunJson.write(report))).isEqualTo(report);
		assertThat(RunJson.write(report))
			.startsWith("{\"contract\":1,\"exercise\":{\"slug\":\"charge-once\",\"version\":3}")
			.contains("\"outcome\":\"passed\"", "\"problem\":null", "\"startedAt\":\"2026-11-01T10:00:00Z\"");
	}

	private GradingState state(SubmissionId id) {
		return this.application.gradings().find(id).orElseThrow();
	}

	private int ahead(SubmissionId id) {
		return state(id).ahead();
	}

	private int attempts(SubmissionId id) {
		return this.application.jdbc()
			.sql("select attempts from grading where submission = :id")
			.param("id", id.value())
			.query(Integer.class)
			.single();
	}

	private GradeReport report(SubmissionId id) {
		GradeReport report = state(id).report();
		assertThat(report).isNotNull();
		return java.util.Objects.requireNonNull(report);
	}

	private GradingState awaitFinished(SubmissionId id) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> state(id).status() == Status.FINISHED);
		return state(id);
	}

	private void awaitStarted(int count) {
		Awaitility.await().until(() -> this.application.grading().started.size() == count);
	}

	private static GradingState last(List<GradingState> states) {
		return states.get(states.size() - 1);
	}

}
