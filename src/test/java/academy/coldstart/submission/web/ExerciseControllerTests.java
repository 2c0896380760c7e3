package academy.coldstart.submission.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import academy.coldstart.course.Attempt;
import academy.coldstart.course.Attempt.Standing;
import academy.coldstart.course.Course;
import academy.coldstart.course.Language;
import academy.coldstart.course.LanguageReadiness;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.course.ReviewStanding;
import academy.coldstart.course.Reviews;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.site.SampleCourse;
import academy.coldstart.submission.Draft;
import academy.coldstart.submission.DraftBasis;
import academy.coldstart.submission.DraftCopy;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.LastRuns;
import academy.coldstart.submission.Receipt;
import academy.coldstart.submission.Submission;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.submission.SubmissionRejected;
import academy.coldstart.submission.Submissions;
import academy.coldstart.submission.Upload;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMultipartMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;

@WebMvcTest(ExerciseController.class)
@AutoConfigureMockMvc(addFilters = false)
@Import({ ExercisePages.class, Exercises.class, ContentsSource.class, FormAnswers.class })
class ExerciseControllerTests {

	private static final UUID TOKEN = UUID.fromString("0e0fd677-b98d-43e3-8498-083c566b394d");

	@MockitoBean
	private Submissions submissions;

	@MockitoBean
	private Drafts drafts;

	@MockitoBean
	private LearnerProgress progress;

	@MockitoBean
	private LastRuns runs;

	@MockitoBean
	private Reviews reviews;

	@MockitoBean
	private LanguageReadiness readiness;

	@Autowired
	private MockMvcTester mvc;

	@Test
	void showsTaskConditionsAndStarter() {
		assertThat(this.mvc.get().uri("/exercises/charge-once")).hasStatusOk()
			.bodyText()
			.contains("This code is unfinished on purpose.", "must hold", "35 points", "href=\"/lessons/idempotency\"",
					"def handler(event, context):", "spellcheck=\"false\"", ">handler.py</label>", "name=\"token\"");
	}

	@Test
	void asksForTheScriptsOfItsOwnSyntaxAtOnce() {
		assertThat(page("/exercises/charge-once")).containsPattern("rel=\"modulepreload\" href=\"/assets/workspace-")
			.containsPattern("rel=\"modulepreload\" href=\"/assets/python-")
			.contains("data-path=\"handler.py\" data-syntax=\"python\"")
			.doesNotContain("/assets/java");
		assertThat(page("/exercises/charge-once?language=node")).contains("/assets/javascript-")
			.doesNotContain("/assets/python-");
	}

	@Test
	void mirrorsTheChecksOneToOne() {
		String conditions = page("/exercises/charge-once").split("class=\"conditions\"", 2)[1].split("</ul>", 2)[0];
		assertThat(conditions.split("<li>", -1)).hasSize(1 + 4);
		assertThat(conditions).containsSubsequence("Each order is charged once", "35 points", "After a crash",
				"25 points", "A repeated call", "20 points", "A changed amount", "20 points");
	}

	@Test
	void showsTheStarterOfTheChosenLanguage() {
		assertThat(page("/exercises/charge-once?language=node")).contains("handler.mjs", "export const handler",
				"name=\"language\" value=\"node\"");
	}

	@Test
	void saysWhichLanguagesDoNotWorkOnThisMachine() {
		given(this.readiness.obstacle(argThat((handler) -> handler != null && handler.file().equals("handler.mjs"))))
			.willReturn(Optional.of("No Node.js was found."));
		assertThat(page("/exercises/charge-once?language=node")).contains("(not on this machine)",
				"Code in this language cannot be checked on this machine.", "No Node.js was found.");
		assertThat(page("/exercises/charge-once")).contains("(not on this machine)")
			.doesNotContain("cannot be checked on this machine");
	}

	@Test
	void doesNotKnowLanguagesTheExerciseLacks() {
		assertThat(this.mvc.get().uri("/exercises/charge-once?language=cobol").accept(MediaType.TEXT_HTML))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void saysWhichCheckCountsInAReview() {
		assertThat(page("/exercises/charge-once")).doesNotContain("id=\"review\"");
		given(this.reviews.standing(any())).willReturn(new ReviewStanding.UnderWay(LocalDate.of(2026, 11, 24),
				Language.PYTHON, new SampleCourse().exercise(SampleCourse.CHARGE_ONCE).orElseThrow().checks().get(1)));
		assertThat(page("/exercises/charge-once"))
			.contains("This exercise is in review.", "one check counts: “After a crash between claim and charge",
					"href=\"/#reviews-title\"")
			.doesNotContain("The review is in");
		assertThat(page("/exercises/charge-once?language=node")).contains("The review is in",
				"href=\"/exercises/charge-once?language=python\"", "do not count for it");
	}

	@Test
	void showsTheExerciseWhereReviewsCannotBeRead() {
		given(this.reviews.standing(any())).willThrow(new DataAccessResourceFailureException("The disk is away"));
		assertThat(page("/exercises/charge-once")).contains("Run checks").doesNotContain("id=\"review\"");
	}

	@Test
	void takesUpTheLastSubmission() {
		latest(SampleCourse.files("handler.py", "print('mine')\n"));
		assertThat(page("/exercises/charge-once")).contains("print(&#39;mine&#39;)", "This is what you sent last.",
				"name=\"draft\" value=\"0\"");
		assertThat(page("/exercises/charge-once?starter=true")).contains("def handler(event, context):")
			.doesNotContain("print(&#39;mine");
	}

	@Test
	void takesUpTheDraftBeforeAnythingElse() {
		latest(SampleCourse.files("handler.py", "print('sent')\n"));
		draft(7, "print('draft')\n");
		assertThat(page("/exercises/charge-once"))
			.contains("print(&#39;draft&#39;)", "name=\"draft\" value=\"7\"", "name=\"replacing\" value=\"false\"",
					"Saved <time datetime=\"1970-01-01T00:00:00Z\"")
			.doesNotContain("&#39;sent", "class=\"muted origin\"");
	}

	@Test
	void saysThatTheStarterWouldTakeThePlaceOfTheDraft() {
		draft(7, "print('draft')\n");
		assertThat(page("/exercises/charge-once?starter=true")).contains("def handler(event, context):",
				"name=\"draft\" value=\"7\"", "name=\"replacing\" value=\"true\"",
				"This is the starter. It becomes your draft once you change or run it.");
	}

	@Test
	void listsKeptCopiesAndOpensThem() {
		UUID id = UUID.randomUUID();
		given(this.drafts.copies(SampleCourse.CHARGE_ONCE, Language.PYTHON))
			.willReturn(List.of(new DraftCopy(id, DraftCopy.Reason.RESET, Instant.EPOCH)));
		given(this.drafts.copy(SampleCourse.CHARGE_ONCE, Language.PYTHON, id))
			.willReturn(Optional.of(SampleCourse.files("handler.py", "print('kept')\n")));
		draft(7, "print('draft')\n");
		String address = "/exercises/charge-once?language=python&copy=" + id;
		assertThat(page("/exercises/charge-once")).contains("Kept copies", address.replace("&", "&amp;"),
				"before a reset");
		assertThat(page(address)).contains("print(&#39;kept&#39;)", "This is a kept copy.",
				"name=\"replacing\" value=\"true\"");
	}

	@Test
	void doesNotKnowCopiesThatAreNotKept() {
		assertThat(this.mvc.get().uri("/exercises/charge-once?copy=" + UUID.randomUUID()).accept(MediaType.TEXT_HTML))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void tellsWhichDraftASubmissionWasMadeFrom() {
		Receipt receipt = accept();
		submit(form("x").param("draft", "7").param("replacing", "false"));
		then(this.drafts).should().handedIn(receipt.submission(), new DraftBasis(7, false));
	}

	@Test
	void keepsTheDraftThatAnUploadTakesThePlaceOf() {
		Receipt receipt = accept();
		submit(form("x").param("draft", "7").file(new MockMultipartFile("upload", "a.py", null, bytes("a"))));
		then(this.drafts).should().handedIn(receipt.submission(), new DraftBasis(7, true));
	}

	@Test
	void acceptsASubmissionWhoseDraftCannotBeSaved() {
		accept();
		willThrow(new DataAccessResourceFailureException("No space left on device")).given(this.drafts)
			.handedIn(any(), any());
		assertThat(submit(form("x"))).hasStatus(HttpStatus.SEE_OTHER);
	}

	@Test
	void keepsTheFirstLineBreakOfAFile() {
		latest(SampleCourse.files("handler.py", "\nprint(1)\n"));
		assertThat(page("/exercises/charge-once")).contains(">\n\nprint(1)");
	}

	@Test
	void doesNotSpoilFilesThatAreNotText() {
		latest(SourceFiles.of(Map.of("handler.py", new byte[] { (byte) 0xff, 0 })));
		assertThat(page("/exercises/charge-once")).contains("does not fit into text boxes",
				"def handler(event, context):");
	}

	@Test
	void listsEarlierAttempts() {
		given(this.progress.attempts(SampleCourse.CHARGE_ONCE))
			.willReturn(List.of(new Attempt("77", "python", Instant.EPOCH, Standing.NOT_PASSED, 65),
					new Attempt("76", "node", Instant.EPOCH, Standing.NOT_GRADED, null)));
		assertThat(page("/exercises/charge-once")).contains("href=\"/submissions/77\"",
				"Not passed yet, 65 of 100 points", "Node.js", "Not graded, our fault: it does not count",
				"datetime=\"1970-01-01T00:00:00Z\"");
	}

	@Test
	void saysThatTheCodeIsUnfinishedOnlyOfTheStarter() {
		draft(7, "print('draft')\n");
		assertThat(page("/exercises/charge-once")).doesNotContain("This code is unfinished on purpose.");
		assertThat(page("/exercises/charge-once?starter=true")).contains("This code is unfinished on purpose.");
		draft(8, SampleCourse.STARTER);
		assertThat(page("/exercises/charge-once")).contains("This code is unfinished on purpose.");
	}

	@Test
	void offersWhatComesNextOnceTheExerciseWasPassed() {
		given(this.progress.attempts(SampleCourse.CHARGE_ONCE))
			.willReturn(List.of(new Attempt("77", "python", Instant.EPOCH, Standing.NOT_PASSED, 65)));
		assertThat(page("/exercises/charge-once")).doesNotContain("Next lesson");
		given(this.progress.attempts(SampleCourse.CHARGE_ONCE))
			.willReturn(List.of(new Attempt("77", "python", Instant.EPOCH, Standing.NOT_PASSED, 65),
					new Attempt("76", "python", Instant.EPOCH, Standing.PASSED, 80)));
		assertThat(page("/exercises/charge-once")).contains("You have passed this exercise.",
				"<a href=\"/lessons/decoupling\">Next lesson: Decoupling</a>");
	}

	@Test
	void saysThatTheStarterIsBackUntilItIsChanged() {
		draft(8, SampleCourse.STARTER);
		given(this.drafts.copies(SampleCourse.CHARGE_ONCE, Language.PYTHON))
			.willReturn(List.of(new DraftCopy(UUID.randomUUID(), DraftCopy.Reason.RESET, Instant.EPOCH)));
		assertThat(page("/exercises/charge-once?reset=true")).contains("This is the starter again.",
				"<a href=\"#copies-title\">Kept copies</a>", "name=\"replacing\" value=\"false\"");
		draft(9, "print('mine')\n");
		assertThat(page("/exercises/charge-once?reset=true")).doesNotContain("This is the starter again.");
	}

	@Test
	void handsInWhatWasTyped() {
		Receipt receipt = accept();
		assertThat(submit(form("line 1\r\nline 2\r\n"))).hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/submissions/" + receipt.submission().id());
		assertThat(handedIn()).isEqualTo(new Upload.Form(Map.of("handler.py", "line 1\nline 2\n")));
	}

	@Test
	void handsInUploadedFilesInsteadOfWhatWasTyped() {
		accept();
		assertThat(submit(form("typed").file(new MockMultipartFile("upload", "a.py", null, bytes("a")))
			.file(new MockMultipartFile("upload", "b.py", null, bytes("b"))))).hasStatus(HttpStatus.SEE_OTHER);
		assertThat(handedIn()).isInstanceOfSatisfying(Upload.Files.class,
				(files) -> assertThat(files.parts()).extracting(Upload.Part::path).containsExactly("a.py", "b.py"));
	}

	@Test
	void handsInOneArchive() {
		accept();
		submit(form("typed").file(new MockMultipartFile("upload", "work.zip", null, bytes("PK"))));
		assertThat(handedIn()).isInstanceOf(Upload.Zip.class);
	}

	@Test
	void ignoresAnUploadFieldLeftEmpty() {
		accept();
		submit(form("typed").file(new MockMultipartFile("upload", "", null, new byte[0])));
		assertThat(handedIn()).isInstanceOf(Upload.Form.class);
	}

	@Test
	void keepsEverythingTypedWhenItIsNotAccepted() {
		given(this.submissions.accept(any(), any(), any(), any()))
			.willThrow(new SubmissionRejected("empty", "handler.py is empty. Write the handler."));
		assertThat(submit(form("  my <work>"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("role=\"alert\"", "handler.py is empty. Write the handler.", "  my &lt;work&gt;",
					"href=\"#file-0\"", "aria-invalid=\"true\"", "aria-describedby=\"rejection\"");
	}

	@Test
	void keepsEverythingTypedWhenTheDatabaseFails() {
		given(this.submissions.accept(any(), any(), any(), any()))
			.willThrow(new DataAccessResourceFailureException("No space left on device"));
		given(this.progress.attempts(any())).willThrow(new DataAccessResourceFailureException("Closed"));
		assertThat(submit(form("  my <work>"))).hasStatus(HttpStatus.INSUFFICIENT_STORAGE)
			.bodyText()
			.contains("role=\"alert\"", "It could not be saved", "Make room on the disk", "  my &lt;work&gt;",
					"What you typed is still here");
	}

	@Test
	void pointsAtTheUploadThatWasNotAccepted() {
		given(this.submissions.accept(any(), any(), any(), any()))
			.willThrow(new SubmissionRejected("archive-broken", "The archive cannot be read."));
		assertThat(submit(form("typed").file(new MockMultipartFile("upload", "work.zip", null, bytes("no")))))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("The archive cannot be read.", "choose them again", "href=\"#upload\"", "typed");
	}

	@Test
	void refusesFormsWithoutToken() {
		assertThat(submit(this.mvc.post()
			.uri("/exercises/charge-once/submissions")
			.multipart()
			.param("language", "python")
			.param("path", "handler.py")
			.param("content", "x"))).hasStatus(HttpStatus.BAD_REQUEST);
		then(this.submissions).should(never()).accept(any(), any(), any(), any());
	}

	@Test
	void refusesFormsWithFewerTextsThanNames() {
		assertThat(submit(form("x").param("path", "second.py"))).hasStatus(HttpStatus.BAD_REQUEST);
	}

	private MockMultipartMvcRequestBuilder form(String text) {
		return this.mvc.post()
			.uri("/exercises/charge-once/submissions")
			.multipart()
			.param("token", TOKEN.toString())
			.param("language", "python")
			.param("path", "handler.py")
			.param("content", text);
	}

	private static MvcTestResult submit(MockMultipartMvcRequestBuilder form) {
		return form.accept(MediaType.TEXT_HTML).exchange();
	}

	private Receipt accept() {
		Submission submission = submission(SampleCourse.files("handler.py", "x"));
		Receipt receipt = new Receipt(submission, List.of(), false);
		given(this.submissions.accept(any(), eq("python"), eq(TOKEN), any())).willReturn(receipt);
		return receipt;
	}

	private Upload handedIn() {
		ArgumentCaptor<Upload> upload = ArgumentCaptor.captor();
		then(this.submissions).should().accept(any(), any(), any(), upload.capture());
		return upload.getValue();
	}

	private void latest(SourceFiles files) {
		given(this.submissions.latest(SampleCourse.CHARGE_ONCE, Language.PYTHON))
			.willReturn(Optional.of(submission(files)));
	}

	private void draft(long revision, String handler) {
		given(this.drafts.find(SampleCourse.CHARGE_ONCE, Language.PYTHON))
			.willReturn(Optional.of(new Draft(revision, SampleCourse.files("handler.py", handler), Instant.EPOCH)));
	}

	private static Submission submission(SourceFiles files) {
		return new Submission(SubmissionId.create(), SampleCourse.CHARGE_ONCE, Language.PYTHON, files, "9f",
				Instant.EPOCH);
	}

	private String page(String address) {
		return assertThat(this.mvc.get().uri(address)).hasStatusOk().bodyText().actual();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class CourseConfiguration {

		@Bean
		Course course() {
			return new SampleCourse();
		}

	}

}
