package academy.coldstart.submission;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@SpringBootTest(classes = SubmissionsTests.StoredSubmissions.class, webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "spring.datasource.url=jdbc:h2:mem:submissions", "db-scheduler.enabled=false" })
class SubmissionsTests {

	@Autowired
	private Submissions submissions;

	@Autowired
	private Listener listener;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void empty() {
		this.jdbc.sql("delete from submission_file").update();
		this.jdbc.sql("delete from submission").update();
		this.jdbc.sql("delete from rejected_upload").update();
		this.listener.heard.clear();
		this.listener.failing = false;
	}

	@Test
	void keepsWhatWasAcceptedAndAnnouncesIt() {
		Receipt receipt = accept(UUID.randomUUID(), "x = 'ü'\n");
		Submission found = this.submissions.find(receipt.submission().id()).orElseThrow();
		assertThat(found.files().text("handler.py")).isEqualTo("x = 'ü'\n");
		assertThat(found.hash()).isEqualTo(SubmissionHash.of(found.files())).hasSize(64);
		assertThat(found.receivedAt()).isEqualTo(receipt.submission().receivedAt());
		assertThat(found.language()).isEqualTo(Language.PYTHON);
		assertThat(this.listener.heard).containsExactly(found.id());
	}

	@Test
	void findsNothingForAnUnknownId() {
		assertThat(this.submissions.find(SubmissionId.create())).isEmpty();
	}

	@Test
	void keepsNothingWhenAnnouncingFails() {
		this.listener.failing = true;
		assertThatIllegalStateException().isThrownBy(() -> accept(UUID.randomUUID(), "x = 1\n"));
		assertThat(this.submissions.latest(SubmissionFixtures.exercise().slug(), Language.PYTHON)).isEmpty();
	}

	@Test
	void takesTheSameFilesOfTheSameFormOnce() {
		UUID form = UUID.randomUUID();
		Receipt first = accept(form, "x = 1\n");
		Receipt second = accept(form, "x = 1\n");
		assertThat(first.repeated()).isFalse();
		assertThat(second.repeated()).isTrue();
		assertThat(second.submission().id()).isEqualTo(first.submission().id());
		assertThat(this.listener.heard).hasSize(1);
	}

	@Test
	void takesChangedFilesOfTheSameFormAgain() {
		UUID form = UUID.randomUUID();
		Receipt first = accept(form, "x = 1\n");
		Receipt second = accept(form, "x = 2\n");
		assertThat(second.repeated()).isFalse();
		assertThat(second.submission().id()).isNotEqualTo(first.submission().id());
	}

	@Test
	void takesManyClicksAtOnceAsOne() throws Exception {
		UUID form = UUID.randomUUID();
		List<Receipt> receipts = atOnce(8, () -> accept(form, "x = 1\n"));
		assertThat(receipts.stream().map((receipt) -> receipt.submission().id()).collect(Collectors.toSet()))
			.hasSize(1);
		assertThat(receipts).filteredOn((receipt) -> !receipt.repeated()).hasSize(1);
		assertThat(this.listener.heard).hasSize(1);
	}

	@Test
	void takesTwoTabsAtOnceAsTwo() throws Exception {
		List<Receipt> receipts = atOnce(2, () -> accept(UUID.randomUUID(), "x = 1\n"));
		Set<SubmissionId> ids = receipts.stream()
			.map((receipt) -> receipt.submission().id())
			.collect(Collectors.toSet());
		assertThat(ids).hasSize(2);
		assertThat(this.listener.heard).containsExactlyInAnyOrderElementsOf(ids);
	}

	@Test
	void findsTheNewestOfAnExerciseAndLanguage() {
		accept(UUID.randomUUID(), "x = 1\n");
		Receipt newest = accept(UUID.randomUUID(), "x = 2\n");
		this.submissions.accept(SubmissionFixtures.exercise(), "node", UUID.randomUUID(),
				new Upload.Form(Map.of("src/index.mjs", "export const handler = 1")));
		assertThat(this.submissions.latest(SubmissionFixtures.exercise().slug(), Language.PYTHON)).map(Submission::id)
			.contains(newest.submission().id());
		assertThat(this.submissions.latest(new Slug("other"), Language.PYTHON)).isEmpty();
	}

	@Test
	void numbersTheSubmissionsOfAnExercise() {
		Submission first = accept(UUID.randomUUID(), "x = 1\n").submission();
		Submission second = accept(UUID.randomUUID(), "x = 2\n").submission();
		assertThat(this.submissions.count(SubmissionFixtures.exercise().slug())).isEqualTo(2);
		assertThat(this.submissions.number(first.id())).isEqualTo(1);
		assertThat(this.submissions.number(second.id())).isEqualTo(2);
		assertThat(this.submissions.count(new Slug("other"))).isZero();
		assertThat(this.submissions.number(SubmissionId.create())).isZero();
	}

	@Test
	void keepsTheTextsOfARejectedForm() {
		Upload.Form upload = new Upload.Form(Map.of("app.py", "hours = 'of work'\n"));
		assertThatExceptionOfType(SubmissionRejected.class).isThrownBy(
				() -> this.submissions.accept(SubmissionFixtures.exercise(), "python", UUID.randomUUID(), upload));
		RejectedUpload rejected = this.submissions.rejected(SubmissionFixtures.exercise().slug()).get(0);
		assertThat(rejected.rule()).isEqualTo("handler-missing");
		assertThat(rejected.message()).contains("handler.py");
		assertThat(this.submissions.rejectedFiles(rejected.id()).text("app.py")).isEqualTo("hours = 'of work'\n");
		assertThat(this.listener.heard).isEmpty();
	}

	@Test
	void keepsARejectedArchiveAndNoMoreOfOthersThanASubmissionMayHave() {
		byte[] broken = "no archive".getBytes(StandardCharsets.UTF_8);
		reject(SubmissionFixtures.zip(broken));
		RejectedUpload rejected = this.submissions.rejected(SubmissionFixtures.exercise().slug()).get(0);
		assertThat(this.submissions.rejectedFiles(rejected.id()).contents().get("upload.zip")).isEqualTo(broken);
		reject(Upload.of(List.of(SubmissionFixtures.part("small.py", "x"),
				SubmissionFixtures.part("big.bin", new byte[10_000_000]))));
		rejected = this.submissions.rejected(SubmissionFixtures.exercise().slug()).get(0);
		assertThat(this.submissions.rejectedFiles(rejected.id()).contents()).containsOnlyKeys("small.py");
	}

	@Test
	void keepsTheNewestRejectedUploadsOnly() {
		IntStream.range(0, 60).forEach((i) -> reject(new Upload.Form(Map.of("n" + i + ".py", "x"))));
		assertThat(this.jdbc.sql("select count(*) from rejected_upload").query(Integer.class).single()).isEqualTo(50);
		RejectedUpload newest = this.submissions.rejected(SubmissionFixtures.exercise().slug()).get(0);
		assertThat(this.submissions.rejectedFiles(newest.id()).contents()).containsOnlyKeys("n59.py");
	}

	private Receipt accept(UUID form, String handler) {
		return this.submissions.accept(SubmissionFixtures.exercise(), "python", form, SubmissionFixtures.form(handler));
	}

	private void reject(Upload upload) {
		assertThatExceptionOfType(SubmissionRejected.class).isThrownBy(
				() -> this.submissions.accept(SubmissionFixtures.exercise(), "python", UUID.randomUUID(), upload));
	}

	private static List<Receipt> atOnce(int times, Callable<Receipt> call) throws Exception {
		try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
			List<Future<Receipt>> futures = threads.invokeAll(java.util.Collections.nCopies(times, call));
			List<Receipt> receipts = new java.util.ArrayList<>();
			for (Future<Receipt> future : futures) {
				receipts.add(future.get());
			}
			return receipts;
		}
	}

	/** It carries no stereotype, so that other tests do not find it. */
	@EnableAutoConfiguration
	@Import({ Submissions.class, Intake.class, SubmissionTable.class, RejectionTable.class })
	static class StoredSubmissions {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

		@Bean
		Listener listener() {
			return new Listener();
		}

	}

	static class Listener {

		private final List<SubmissionId> heard = java.util.Collections.synchronizedList(new java.util.ArrayList<>());

		private volatile boolean failing;

		@EventListener
		void hear(SubmissionReceived event) {
			if (this.failing) {
				throw new IllegalStateException("No room for a job");
			}
			this.heard.add(event.submission());
		}

	}

}
