package academy.coldstart.grading.jobs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import academy.coldstart.course.Attempt;
import academy.coldstart.course.Attempt.Standing;
import academy.coldstart.course.Course;
import academy.coldstart.course.Language;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.course.LearnerRecords;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.grading.GradingState.Status;
import academy.coldstart.grading.ReferenceKey;
import academy.coldstart.grading.ReferenceRuns;
import academy.coldstart.grading.ReferenceState;
import academy.coldstart.site.SampleStates;
import academy.coldstart.submission.DraftBasis;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.SubmissionFixtures;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.submission.SubmissionRejected;
import academy.coldstart.submission.Submissions;
import academy.coldstart.submission.Upload;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LearnerRecordsTests {

	private static final List<String> NOT_OF_LEARNERS = List.of("flyway_schema_history", "scheduled_tasks",
			"event_publication");

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
	void handsOutWhatWasTypedSentAndGraded() {
		SubmissionId id = graded();
		typeAndReset();
		reject();
		Map<String, String> files = exported();
		String attempt = files.keySet()
			.stream()
			.filter((path) -> path.endsWith("-python-" + id.toString().substring(0, 8) + "/handler.py"))
			.findFirst()
			.orElseThrow()
			.replace("handler.py", "");
		assertThat(attempt).startsWith("attempts/charge-once/20");
		assertThat(files).containsEntry(attempt + "handler.py", "pass\n")
			.containsEntry(attempt + "trace.json", "{\"runs\":[]}")
			.containsEntry(attempt + "end-state.json", SampleStates.json());
		assertThat(files.get(attempt + "report.json")).contains("\"outcome\":\"passed\"");
		assertThat(files).containsEntry("drafts/charge-once-python/handler.py", "starter\n");
		assertThat(files.entrySet()).anySatisfy((file) -> {
			assertThat(file.getKey()).startsWith("kept-copies/charge-once-python/").endsWith("/handler.py");
			assertThat(file.getValue()).isEqualTo("typed\n");
		}).anySatisfy((file) -> {
			assertThat(file.getKey()).startsWith("not-accepted/charge-once/");
			assertThat(file.getValue()).isEqualTo("lost?\n");
		});
	}

	@Test
	void leavesNothingInAnyTableAndGoesOn() {
		graded();
		typeAndReset();
		reject();
		runReference();
		delete();
		assertThat(tables()).contains("submission", "grading", "draft_copy_file", "rejected_file", "reference_run");
		for (String table : tables()) {
			assertThat(this.application.jdbc().sql("select count(*) from " + table).query(Long.class).single())
				.as(table)
				.isZero();
		}
		assertThat(exported()).isEmpty();
		graded();
	}

	@Test
	void waitsForWhatIsBeingGraded() {
		SubmissionId id = this.application.submit("wait\n");
		assertThat(obstacle()).hasValueSatisfying((reason) -> assertThat(reason).contains("still being graded"));
		this.application.grading().permits.release();
		awaitFinished(id);
		assertThat(obstacle()).isEmpty();
	}

	@Test
	void knowsWhatBecameOfEveryAttemptHoweverManyThereAre() {
		SubmissionId first = graded();
		this.application.grading().faultsToCome.set(3);
		awaitFinished(this.application.submit("fault\n"));
		for (int i = 0; i < 52; i++) {
			SubmissionId id = this.application.submit("wait " + i + "\n");
			assertThat(this.application.gradings().cancel(id)).isTrue();
		}
		List<Attempt> attempts = this.application.bean(LearnerProgress.class)
			.attempts(SubmissionFixtures.exercise().slug());
		assertThat(attempts).hasSize(54);
		assertThat(attempts.getLast()).satisfies((passed) -> {
			assertThat(passed.submission()).isEqualTo(first.toString());
			assertThat(passed.standing()).isEqualTo(Standing.PASSED);
			assertThat(passed.score()).isEqualTo(60);
		});
		assertThat(attempts.get(52).standing()).isEqualTo(Standing.NOT_GRADED);
		assertThat(attempts.get(52).score()).isNull();
		assertThat(attempts.subList(0, 52)).allMatch((attempt) -> attempt.standing() == Standing.CANCELLED);
		this.application.submit("wait\n");
		assertThat(this.application.bean(LearnerProgress.class).attempts(SubmissionFixtures.exercise().slug())).first()
			.satisfies((waiting) -> assertThat(waiting.standing()).isEqualTo(Standing.UNDER_WAY));
		this.application.grading().permits.release(60);
	}

	private void runReference() {
		ReferenceRuns references = this.application.bean(ReferenceRuns.class);
		ReferenceKey key = ReferenceKey
			.of(this.application.bean(Course.class), SubmissionFixtures.exercise(), Language.PYTHON, 7)
			.orElseThrow();
		Map<String, String> before = exported();
		references.request(key);
		Awaitility.await().until(() -> references.find(key).orElseThrow() == ReferenceState.DONE);
		assertThat(exported()).isEqualTo(before);
	}

	private SubmissionId graded() {
		SubmissionId id = this.application.submit("pass\n");
		awaitFinished(id);
		return id;
	}

	private void awaitFinished(SubmissionId id) {
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.application.gradings().find(id).orElseThrow().status())
				.isEqualTo(Status.FINISHED));
	}

	private void typeAndReset() {
		Drafts drafts = this.application.bean(Drafts.class);
		drafts.save(SubmissionFixtures.exercise(), Language.PYTHON, DraftBasis.NONE,
				new Upload.Form(Map.of("handler.py", "typed\n")));
		drafts.reset(SubmissionFixtures.exercise(), Language.PYTHON,
				SourceFiles.of(Map.of("handler.py", "starter\n".getBytes(StandardCharsets.UTF_8))),
				new Upload.Form(Map.of("handler.py", "typed\n")));
	}

	private void reject() {
		assertThatExceptionOfType(SubmissionRejected.class).isThrownBy(() -> this.application.bean(Submissions.class)
			.accept(SubmissionFixtures.exercise(), "python", UUID.randomUUID(),
					new Upload.Form(Map.of("other.py", "lost?\n"))));
	}

	private List<LearnerRecords> records() {
		return this.application.records();
	}

	private Map<String, String> exported() {
		Map<String, String> files = new TreeMap<>();
		records().forEach(
				(one) -> one.export((path, content) -> files.put(path, new String(content, StandardCharsets.UTF_8))));
		return files;
	}

	private Optional<String> obstacle() {
		return records().stream().flatMap((one) -> one.obstacle().stream()).findFirst();
	}

	private void delete() {
		this.application.bean(TransactionOperations.class)
			.executeWithoutResult((status) -> records().forEach(LearnerRecords::delete));
	}

	private List<String> tables() {
		return this.application.jdbc()
			.sql("select lower(table_name) from information_schema.tables where table_schema = 'PUBLIC'")
			.query((row, index) -> row.getString(1))
			.list()
			.stream()
			.map((table) -> Objects.requireNonNullElse(table, ""))
			.filter((table) -> NOT_OF_LEARNERS.stream().noneMatch(table::startsWith))
			.toList();
	}

}
