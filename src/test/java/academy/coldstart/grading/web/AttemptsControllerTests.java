package academy.coldstart.grading.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.site.SampleCourse;
import academy.coldstart.site.SampleReports;
import academy.coldstart.site.ScriptedGradings;
import academy.coldstart.submission.Draft;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.Submission;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.submission.Submissions;
import academy.coldstart.trace.Trace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

@WebMvcTest(AttemptsController.class)
@AutoConfigureMockMvc(addFilters = false)
@Import({ AttemptsPages.class, ComparisonPages.class, Versions.class, TraceReader.class })
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class AttemptsControllerTests {

	private static final String ADDRESS = "/exercises/charge-once/attempts";

	private final Exercise exercise = new SampleCourse().exercise(SampleCourse.CHARGE_ONCE).orElseThrow();

	@MockitoBean
	private Submissions submissions;

	@MockitoBean
	private Drafts drafts;

	@Autowired
	private ScriptedGradings gradings;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void noDraft() {
		given(this.drafts.find(SampleCourse.CHARGE_ONCE, Language.PYTHON)).willReturn(Optional.empty());
	}

	@Test
	void saysThatNothingWasHandedIn() {
		assertThat(page(ADDRESS)).contains("Nothing was handed in for this exercise yet.").doesNotContain("<select");
	}

	@Test
	void listsEveryAttemptWithItsVerdictAndWhatFails() {
		SubmissionId first = attempt(1, Map.of("handler.py", "one\n"));
		SubmissionId second = attempt(2, Map.of("handler.py", "two\n"));
		finish(first);
		String page = page(ADDRESS);
		assertThat(page).contains("There are 2 attempts.", "Attempt 2", "Attempt 1", "Being checked",
				"Not passed yet, 65 of 100 points", "What changed since attempt 1",
				"comparison?from=" + first + "&amp;to=" + second, "/submissions/" + first + "#check-C1");
		assertThat(page.indexOf("Attempt 2")).isLessThan(page.indexOf("Attempt 1"));
	}

	@Test
	void leadsToAttemptsThatDoNotFitOnOnePage() {
		for (int number = 1; number <= 51; number++) {
			attempt(number, Map.of("handler.py", "x\n"));
		}
		assertThat(page(ADDRESS)).contains("Attempt 51", "skip=50").doesNotContain("Newer attempts");
		assertThat(page(ADDRESS + "?skip=50")).contains(">Attempt 1<", "Newer attempts").doesNotContain(">Attempt 2<");
	}

	@Test
	void showsWhatChangedBetweenAttempts() {
		SubmissionId first = attempt(1, Map.of("handler.py", "import os\nold\n", "same.py", "s\n", "gone.py", "g\n"));
		SubmissionId second = attempt(2,
				Map.of("handler.py", "import os\nnew\n", "same.py", "s\n", "picture.bin", "\u0000"));
		finish(first);
		assertThat(page(ADDRESS + "/comparison?from=" + first + "&to=" + second)).contains("Attempt 1,", "Attempt 2,",
				"Not passed yet, 65 of 100 points", ">Before: </span>", ">old</span>", ">After: </span>", ">new</span>",
				"removed</span>", "added</span>", "The same in both: <code>same.py</code>.");
	}

	@Test
	void showsTheFirstCallThatDiffers() {
		SubmissionId first = attempt(1, Map.of("handler.py", "one\n"));
		SubmissionId second = attempt(2, Map.of("handler.py", "two\n"));
		Trace before = SampleReports.traces().getFirst();
		Trace after = new Trace(before.contract(), 7, before.account(), before.startedAt(), before.environments(),
				before.invocations(), before.calls().subList(0, 3), before.logs(), before.actions());
		this.gradings.finish(first, report(), SampleReports.json(List.of(before)));
		this.gradings.finish(second, report(), SampleReports.json(List.of(after)));
		String compared = ADDRESS + "/comparison?from=" + first + "&to=";
		assertThat(page(compared + second)).contains("3 AWS calls are the same", "No further call.",
				"DynamoDB PutItem at 0.449 s");
		assertThat(page(compared + first)).contains("The same AWS calls, invocation by invocation");
	}

	@Test
	void comparesWithTheDraft() {
		SubmissionId first = attempt(1, Map.of("handler.py", "handed in\n"));
		given(this.drafts.find(SampleCourse.CHARGE_ONCE, Language.PYTHON))
			.willReturn(Optional.of(new Draft(3, SampleCourse.files("handler.py", "goes on\n"), Instant.EPOCH)));
		assertThat(page(ADDRESS)).contains("to=draft-python");
		assertThat(page(ADDRESS + "/comparison?from=" + first + "&to=draft-python"))
			.contains("The draft of now, Python", ">goes on</span>", "from=draft-python&amp;to=" + first);
	}

	@Test
	void saysThatNothingChanged() {
		SubmissionId first = attempt(1, Map.of("handler.py", "same\n"));
		SubmissionId second = attempt(2, Map.of("handler.py", "same\n"));
		assertThat(page(ADDRESS + "/comparison?from=" + first + "&to=" + second))
			.contains("Nothing: all files are the same.");
	}

	@Test
	void showsCodeAsText() {
		SubmissionId first = attempt(1, Map.of("handler.py", "<script>alert(1)</script>\n"));
		SubmissionId second = attempt(2, Map.of("<img src=x>.py", "x\n"));
		assertThat(page(ADDRESS + "/comparison?from=" + first + "&to=" + second))
			.doesNotContain("<script>alert", "<img")
			.contains("&lt;script&gt;alert(1)", "&lt;img src=x&gt;.py");
	}

	@Test
	void comparesOnlyWhatBelongsToTheExercise() {
		SubmissionId known = attempt(1, Map.of("handler.py", "x\n"));
		for (String query : List.of("", "?from=x&to=y", "?from=" + known + "&to=" + SubmissionId.create(),
				"?from=" + known + "&to=draft-python", "?from=" + known + "&to=draft-cobol")) {
			assertThat(this.mvc.get().uri(ADDRESS + "/comparison" + query).accept(MediaType.TEXT_HTML))
				.hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(this.mvc.get().uri("/exercises/none/attempts").accept(MediaType.TEXT_HTML))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void makesTheFilesOfAnAttemptTheDraft() {
		SubmissionId first = attempt(1, Map.of("handler.py", "x\n"));
		assertThat(this.mvc.post().uri("/submissions/" + first + "/draft")).hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/exercises/charge-once?language=python");
		then(this.drafts).should().take(this.submissions.find(first).orElseThrow());
		assertThat(this.mvc.post().uri("/submissions/" + SubmissionId.create() + "/draft"))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	private SubmissionId attempt(int number, Map<String, String> files) {
		Submission submission = new Submission(SubmissionId.create(), SampleCourse.CHARGE_ONCE, Language.PYTHON,
				SourceFiles.of(
						files.entrySet()
							.stream()
							.collect(Collectors.toMap(Map.Entry::getKey,
									(file) -> file.getValue().getBytes(StandardCharsets.UTF_8)))),
				"hash", Instant.EPOCH);
		given(this.submissions.find(submission.id())).willReturn(Optional.of(submission));
		given(this.submissions.number(submission.id())).willReturn(number);
		given(this.submissions.count(SampleCourse.CHARGE_ONCE)).willReturn(number);
		this.gradings.queue(submission.id(), SampleCourse.CHARGE_ONCE, 0);
		return submission.id();
	}

	private void finish(SubmissionId id) {
		this.gradings.finish(id, report(), null);
	}

	private GradeReport report() {
		return SampleReports.report(this.exercise, GradeReport.Outcome.FAILED,
				this.exercise.checks()
					.stream()
					.map((check) -> check.id().equals("C1") ? SampleReports.failed(check) : SampleReports.passed(check))
					.toList(),
				null);
	}

	private String page(String address) {
		return assertThat(this.mvc.get().uri(address)).hasStatusOk().bodyText().actual();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class DoublesConfiguration {

		@Bean
		Course course() {
			return new SampleCourse();
		}

		@Bean
		ScriptedGradings gradings() {
			return new ScriptedGradings();
		}

	}

}
