package academy.coldstart.submission;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.site.SampleCourse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest(classes = DraftsTests.StoredDrafts.class, webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "spring.datasource.url=jdbc:h2:mem:drafts", "db-scheduler.enabled=false" })
class DraftsTests {

	private final Exercise exercise = SubmissionFixtures.exercise();

	@Autowired
	private Drafts drafts;

	@Autowired
	private Submissions submissions;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void empty() {
		List.of("draft_copy", "draft_file", "draft", "submission_file", "submission")
			.forEach((table) -> this.jdbc.sql("delete from " + table).update());
	}

	@Test
	void knowsNoDraftBeforeTheFirstSave() {
		assertThat(this.drafts.find(this.exercise.slug(), Language.PYTHON)).isEmpty();
	}

	@Test
	void countsUpWithEachChange() {
		assertThat(save(0, "x = 1\n")).isEqualTo(current(1, "x = 1\n"));
		assertThat(save(1, "x = 'ü'\n")).isEqualTo(current(2, "x = 'ü'\n"));
		assertThat(save(2, "x = 'ü'\n")).as("nothing changed").isEqualTo(current(2, "x = 'ü'\n"));
		assertThat(handler()).isEqualTo("x = 'ü'\n");
		assertThat(copies()).isEmpty();
	}

	@Test
	void keepsDraftsOfLanguagesApart() {
		save(0, "x = 1\n");
		this.drafts.save(this.exercise, Language.NODE, DraftBasis.NONE,
				new Upload.Form(Map.of("src/index.mjs", "export const handler = 1")));
		assertThat(handler()).isEqualTo("x = 1\n");
		assertThat(this.drafts.find(this.exercise.slug(), Language.NODE))
			.hasValueSatisfying((draft) -> assertThat(draft.files().contents()).containsOnlyKeys("src/index.mjs"));
	}

	@Test
	void keepsASaveOnAnOlderDraftAsACopy() {
		save(0, "first\n");
		save(1, "the other tab\n");
		assertThat(save(1, "this tab\n")).isEqualTo(outdated(2, "the other tab\n"));
		assertThat(handler()).isEqualTo("the other tab\n");
		assertThat(copies()).containsExactly("OUTDATED this tab\n");
	}

	@Test
	void takesTheSameTextFromAnOlderDraftAsSaved() {
		save(0, "first\n");
		save(1, "same\n");
		assertThat(save(1, "same\n")).isEqualTo(current(2, "same\n"));
		assertThat(copies()).isEmpty();
	}

	@Test
	void keepsTheDraftThatSomethingElseTakesThePlaceOf() {
		save(0, "draft\n");
		this.drafts.save(this.exercise, Language.PYTHON, new DraftBasis(1, true),
				SubmissionFixtures.form("a copy that was opened\n"));
		assertThat(handler()).isEqualTo("a copy that was opened\n");
		assertThat(copies()).containsExactly("REPLACED draft\n");
	}

	@Test
	void goesOnFromAnAttemptAndKeepsTheDraft() {
		Submission submission = this.submissions
			.accept(this.exercise, "python", UUID.randomUUID(), SubmissionFixtures.form("handed in\n"))
			.submission();
		this.drafts.take(submission);
		assertThat(handler()).isEqualTo("handed in\n");
		assertThat(copies()).isEmpty();
		save(1, "went on\n");
		this.drafts.take(submission);
		assertThat(handler()).isEqualTo("handed in\n");
		assertThat(copies()).containsExactly("REPLACED went on\n");
		assertThat(save(2, "saved in a tab that does not know\n")).isEqualTo(outdated(3, "handed in\n"));
		assertThat(copies()).hasSize(2);
		this.drafts.take(submission);
		assertThat(copies()).as("it is the draft already").hasSize(2);
	}

	@Test
	void letsOneOfManySavesAtOnceWin() throws Exception {
		save(0, "first\n");
		List<String> saved = atOnce(4, (number) -> save(1, "tab " + number + "\n"));
		assertThat(saved).filteredOn((answer) -> answer.startsWith("current")).hasSize(1);
		assertThat(this.drafts.find(this.exercise.slug(), Language.PYTHON)).map(Draft::revision).contains(2L);
		assertThat(copies()).hasSize(3);
	}

	@Test
	void letsOneOfManyFirstSavesAtOnceWin() throws Exception {
		List<String> saved = atOnce(4, (number) -> save(0, "tab " + number + "\n"));
		assertThat(saved).filteredOn((answer) -> answer.startsWith("current")).hasSize(1);
		assertThat(copies()).hasSize(3);
	}

	@Test
	void resetsToTheStarterAndKeepsWhatWasThere() {
		save(0, "saved\n");
		reset("typed since\n");
		assertThat(handler()).isEqualTo("starter\n");
		assertThat(copies()).containsExactly("RESET typed since\n", "RESET saved\n");
		assertThat(save(1, "saved in a tab that knows of no reset\n")).isEqualTo(outdated(2, "starter\n"));
	}

	@Test
	void keepsNothingWhenAStarterIsReset() {
		reset("starter\n");
		assertThat(copies()).isEmpty();
		assertThat(handler()).isEqualTo("starter\n");
	}

	@Test
	void resetsWhatWasNotSavedYet() {
		reset("typed\n");
		assertThat(copies()).containsExactly("RESET typed\n");
		assertThat(handler()).isEqualTo("starter\n");
	}

	@Test
	void keepsEachTextOnceAndTheNewestOnly() {
		save(0, "first\n");
		save(1, "second\n");
		IntStream.range(0, 25).forEach((number) -> save(1, "copy " + number + "\n"));
		save(1, "copy 10\n");
		assertThat(copies()).hasSize(20).startsWith("OUTDATED copy 10\n", "OUTDATED copy 24\n").doesNotHaveDuplicates();
	}

	@Test
	void opensACopyWhereItBelongs() {
		save(0, "first\n");
		save(1, "second\n");
		save(1, "copy\n");
		UUID copy = this.drafts.copies(this.exercise.slug(), Language.PYTHON).get(0).id();
		assertThat(this.drafts.copy(this.exercise.slug(), Language.NODE, copy)).isEmpty();
		assertThat(this.drafts.copy(this.exercise.slug(), Language.PYTHON, UUID.randomUUID())).isEmpty();
	}

	@Test
	void savesEmptyFilesButNothingBeyondTheLimits() {
		assertThat(save(0, "")).isEqualTo(current(1, ""));
		assertThatExceptionOfType(SubmissionRejected.class).isThrownBy(() -> save(1, "x".repeat(1024 * 1024 + 1)))
			.withMessageContaining("larger than 1 MB");
		assertThatExceptionOfType(SubmissionRejected.class)
			.isThrownBy(() -> this.drafts.save(this.exercise, Language.PYTHON, DraftBasis.NONE,
					new Upload.Form(Map.of("../handler.py", "x"))))
			.withMessageContaining("leads outside");
		assertThatExceptionOfType(SubmissionRejected.class).isThrownBy(() -> reset("x".repeat(1024 * 1024 + 1)));
		assertThat(handler()).isEmpty();
	}

	@Test
	void remembersWhatASubmissionWasMadeFrom() {
		save(0, "sent\n");
		Submission submission = submit("sent\n");
		this.drafts.handedIn(submission, new DraftBasis(1, false));
		assertThat(this.drafts.isNewerThan(submission.id())).isFalse();
		save(1, "changed\n");
		assertThat(this.drafts.isNewerThan(submission.id())).isTrue();
		save(2, "sent\n");
		assertThat(this.drafts.isNewerThan(submission.id())).as("changed back").isFalse();
	}

	@Test
	void makesWhatIsHandedInTheDraft() {
		save(0, "draft\n");
		Submission submission = submit("typed and sent\n");
		this.drafts.handedIn(submission, new DraftBasis(1, false));
		assertThat(handler()).isEqualTo("typed and sent\n");
		assertThat(this.drafts.isNewerThan(submission.id())).isFalse();
		assertThat(copies()).isEmpty();
	}

	@Test
	void leavesANewerDraftAloneWhenAnOlderOneIsHandedIn() {
		save(0, "first\n");
		save(1, "the other tab\n");
		Submission submission = submit("first\n");
		this.drafts.handedIn(submission, new DraftBasis(1, false));
		assertThat(handler()).isEqualTo("the other tab\n");
		assertThat(this.drafts.isNewerThan(submission.id())).isTrue();
	}

	@Test
	void saysNothingOfSubmissionsFromBeforeThereWereDrafts() {
		Submission submission = submit("sent\n");
		save(0, "draft\n");
		assertThat(this.drafts.isNewerThan(submission.id())).isFalse();
		assertThat(this.drafts.isNewerThan(SubmissionId.create())).isFalse();
	}

	private String save(long revision, String handler) {
		SavedDraft saved = this.drafts.save(this.exercise, Language.PYTHON, new DraftBasis(revision, false),
				SubmissionFixtures.form(handler));
		return switch (saved) {
			case SavedDraft.Current current -> current(current.draft().revision(), text(current.draft().files()));
			case SavedDraft.Outdated outdated ->
				outdated(outdated.newest().revision(), text(outdated.newest().files()));
		};
	}

	private static String current(long revision, String handler) {
		return "current " + revision + ": " + handler;
	}

	private static String outdated(long newest, String handler) {
		return "outdated, newest is " + newest + ": " + handler;
	}

	private static String text(SourceFiles files) {
		return files.text("handler.py");
	}

	private static SourceFiles files(String handler) {
		return SampleCourse.files("handler.py", handler);
	}

	private static List<String> atOnce(int times, IntFunction<String> call) throws Exception {
		try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
			List<Callable<String>> calls = IntStream.range(0, times)
				.mapToObj((number) -> (Callable<String>) () -> call.apply(number))
				.toList();
			List<String> answers = new ArrayList<>();
			for (Future<String> answer : threads.invokeAll(calls)) {
				answers.add(answer.get());
			}
			return answers;
		}
	}

	private void reset(String typed) {
		this.drafts.reset(this.exercise, Language.PYTHON, files("starter\n"), SubmissionFixtures.form(typed));
	}

	private Submission submit(String handler) {
		return this.submissions.accept(this.exercise, "python", UUID.randomUUID(), SubmissionFixtures.form(handler))
			.submission();
	}

	private String handler() {
		return this.drafts.find(this.exercise.slug(), Language.PYTHON).orElseThrow().files().text("handler.py");
	}

	private List<String> copies() {
		return this.drafts.copies(this.exercise.slug(), Language.PYTHON)
			.stream()
			.map((copy) -> copy.reason() + " "
					+ this.drafts.copy(this.exercise.slug(), Language.PYTHON, copy.id())
						.orElseThrow()
						.text("handler.py"))
			.toList();
	}

	/** It carries no stereotype, so that other tests do not find it. */
	@EnableAutoConfiguration
	@Import({ Drafts.class, DraftTable.class, DraftCopyTable.class, Submissions.class, Intake.class,
			SubmissionTable.class, RejectionTable.class })
	static class StoredDrafts {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

	}

}
