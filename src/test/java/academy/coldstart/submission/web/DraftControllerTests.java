package academy.coldstart.submission.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import academy.coldstart.course.Course;
import academy.coldstart.course.Language;
import academy.coldstart.course.LanguageReadiness;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.course.Reviews;
import academy.coldstart.site.SampleCourse;
import academy.coldstart.submission.Draft;
import academy.coldstart.submission.DraftBasis;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.LastRun;
import academy.coldstart.submission.LastRuns;
import academy.coldstart.submission.SavedDraft;
import academy.coldstart.submission.SubmissionRejected;
import academy.coldstart.submission.Submissions;
import academy.coldstart.submission.Upload;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;

@WebMvcTest(DraftController.class)
@AutoConfigureMockMvc(addFilters = false)
@Import({ ExercisePages.class, Exercises.class, ContentsSource.class, FormAnswers.class })
class DraftControllerTests {

	private static final String DRAFT = "/exercises/charge-once/draft";

	@MockitoBean
	private Drafts drafts;

	@MockitoBean
	private Submissions submissions;

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
	void savesWhatWasTypedAndSaysWhen() {
		given(this.drafts.save(any(), any(), any(), any())).willReturn(new SavedDraft.Current(draft(8, "x")));
		assertThat(send(DRAFT, "a\r\nb")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"revision": 8, "savedAt": {"machine": "1970-01-01T00:00:00Z"}, "files": []}""");
		then(this.drafts).should()
			.save(any(), any(), eq(new DraftBasis(7, true)), eq(new Upload.Form(Map.of("handler.py", "a\nb"))));
	}

	@Test
	void saysWhetherTheLastResultsAreAboutTheDraft() {
		given(this.drafts.save(any(), any(), any(), any())).willReturn(new SavedDraft.Current(draft(8, "x")));
		given(this.runs.find(any(), any())).willReturn(Optional.of(run(false)));
		assertThat(send(DRAFT, "x")).bodyJson().extractingPath("$.graded").isEqualTo(true);
		given(this.runs.find(any(), any())).willReturn(Optional.of(run(true)));
		assertThat(send(DRAFT, "x")).bodyJson().extractingPath("$.graded").isEqualTo(false);
	}

	@Test
	void savesAlthoughTheLastResultsCannotBeRead() {
		given(this.drafts.save(any(), any(), any(), any())).willReturn(new SavedDraft.Current(draft(8, "x")));
		given(this.runs.find(any(), any())).willThrow(new DataAccessResourceFailureException("It does not answer."));
		assertThat(send(DRAFT, "x")).hasStatusOk().bodyJson().extractingPath("$.graded").isNull();
	}

	private static LastRun run(boolean earlier) {
		return new LastRun("/submissions/1", "All checks pass.", earlier, null, null, List.of());
	}

	@Test
	void sendsTheNewerDraftWhereThereIsOne() {
		given(this.drafts.save(any(), any(), any(), any())).willReturn(new SavedDraft.Outdated(draft(9, "other")));
		assertThat(send(DRAFT, "mine")).hasStatus(HttpStatus.CONFLICT).bodyJson().isLenientlyEqualTo("""
				{"revision": 9, "files": [{"path": "handler.py", "text": "other"}]}""");
	}

	@Test
	void saysWhichLimitIsBroken() {
		given(this.drafts.save(any(), any(), any(), any()))
			.willThrow(new SubmissionRejected("file-too-large", "handler.py is larger than 1 MB."));
		assertThat(send(DRAFT, "x")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("handler.py is larger than 1 MB.");
	}

	@Test
	void saysWhenTheDatabaseCannotBeWritten() {
		given(this.drafts.save(any(), any(), any(), any()))
			.willThrow(new DataAccessResourceFailureException("No space left on device"));
		assertThat(send(DRAFT, "x")).hasStatus(HttpStatus.INSUFFICIENT_STORAGE)
			.bodyText()
			.contains("perhaps because the disk is full");
	}

	@Test
	void refusesNumbersThatAreNone() {
		assertThat(this.mvc.post()
			.uri(DRAFT)
			.multipart()
			.param("token", UUID.randomUUID().toString())
			.param("language", "python")
			.param("draft", "newest")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void goesBackToTheStarter() {
		assertThat(send(DRAFT + "/reset", "mine")).hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/exercises/charge-once?language=python&reset=true");
		then(this.drafts).should()
			.reset(any(), eq(Language.PYTHON), any(), eq(new Upload.Form(Map.of("handler.py", "mine"))));
	}

	@Test
	void keepsWhatWasTypedWhenAResetFails() {
		willThrow(new DataAccessResourceFailureException("No space left on device")).given(this.drafts)
			.reset(any(), any(), any(), any());
		assertThat(send(DRAFT + "/reset", "hours of <work>")).hasStatus(HttpStatus.INSUFFICIENT_STORAGE)
			.bodyText()
			.contains("It could not be saved", "hours of &lt;work&gt;");
	}

	private MvcTestResult send(String address, String text) {
		return this.mvc.post()
			.uri(address)
			.multipart()
			.param("token", UUID.randomUUID().toString())
			.param("language", "python")
			.param("draft", "7")
			.param("replacing", "true")
			.param("path", "handler.py")
			.param("content", text)
			.accept(address.equals(DRAFT) ? MediaType.APPLICATION_JSON : MediaType.TEXT_HTML)
			.exchange();
	}

	private static Draft draft(long revision, String handler) {
		return new Draft(revision, SampleCourse.files("handler.py", handler), Instant.EPOCH);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class CourseConfiguration {

		@Bean
		Course course() {
			return new SampleCourse();
		}

	}

}
