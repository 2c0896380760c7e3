package academy.coldstart.grading.jobs;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import academy.coldstart.grading.GradeReport.Outcome;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.GradingState.Status;
import academy.coldstart.submission.SubmissionId;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.jdbc.DataSourceBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * The database cannot be written for a while.
 */
class DatabaseOutageTests {

	private static final Duration LONG_ENOUGH_TO_LOOK_DEAD = Duration.ofSeconds(2);

	@TempDir
	private Path directory;

	private JobsApplication application;

	private Outage outage;

	@BeforeEach
	void start() {
		this.application = JobsApplication.start(this.directory, new MovableClock(), "--coldstart.grading.workers=2");
		this.outage = this.application.bean(Outage.class);
	}

	@AfterEach
	void stop() {
		this.outage.end();
		this.application.close();
	}

	@Test
	void keepsAResultUntilTheDatabaseIsBackAndSaysSo() {
		SubmissionId id = startWaiting();
		List<GradingState> heard = new CopyOnWriteArrayList<>();
		this.application.gradings().follow(id, heard::add);
		this.outage.begin();
		this.application.grading().permits.release();
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(heard).last().extracting(GradingState::stage).isEqualTo(GradingState.SAVING));
		assertThat(heard.getLast().checks()).hasSize(1);
		Awaitility.await().pollDelay(LONG_ENOUGH_TO_LOOK_DEAD).until(() -> true);
		this.outage.end();
		Awaitility.await().until(() -> heard.getLast().status() == Status.FINISHED);
		assertThat(heard).extracting(GradingState::sequence).isSorted().doesNotHaveDuplicates();
		assertGradedOnce(id);
	}

	@Test
	void keepsAResultWhileAnotherTransactionHoldsItsRow() throws SQLException {
		SubmissionId id = startWaiting();
		try (Connection other = connection()) {
			other.setAutoCommit(false);
			other.createStatement().execute("select * from grading for update");
			this.application.grading().permits.release();
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.until(() -> Objects.equals(this.application.gradings().find(id).orElseThrow().stage(),
						GradingState.SAVING));
			other.rollback();
		}
		assertGradedOnce(id);
	}

	@Test
	void gradesWhatCouldNotBeClaimed() {
		SubmissionId first = startWaiting();
		SubmissionId second = this.application.submit("wait\n");
		Awaitility.await().until(() -> this.application.grading().started.size() == 2);
		SubmissionId third = this.application.submit("pass\n");
		this.outage.begin();
		this.application.grading().permits.release(2);
		assertThatException().isThrownBy(() -> this.application.submit("lost\n"));
		Awaitility.await().pollDelay(LONG_ENOUGH_TO_LOOK_DEAD).until(() -> true);
		this.outage.end();
		List.of(first, second, third).forEach(this::assertGradedOnce);
		assertThat(this.application.grading().started).doesNotContain("lost\n");
	}

	private SubmissionId startWaiting() {
		SubmissionId id = this.application.submit("wait\n");
		Awaitility.await().until(() -> this.application.grading().started.size() == 1);
		return id;
	}

	private void assertGradedOnce(SubmissionId id) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.application.gradings().find(id).orElseThrow().status() == Status.FINISHED);
		assertThat(this.application.gradings().find(id).orElseThrow().report()).extracting((report) -> report.outcome())
			.isEqualTo(Outcome.PASSED);
		assertThat(this.application.jdbc()
			.sql("select attempts from grading where submission = :id")
			.param("id", id.value())
			.query(Integer.class)
			.single()).isOne();
		Awaitility.await()
			.until(() -> this.application.jdbc()
				.sql("select count(*) from scheduled_tasks where task_instance like :id")
				.param("id", id + "%")
				.query(Integer.class)
				.single() == 0);
	}

	private Connection connection() throws SQLException {
		return DataSourceBuilder.create()
			.url(this.application.property("spring.datasource.url"))
			.username("coldstart")
			.password("")
			.build()
			.getConnection();
	}

}
