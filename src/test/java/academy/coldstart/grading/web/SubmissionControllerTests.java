package academy.coldstart.grading.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.ReviewVerdict;
import academy.coldstart.course.Reviews;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.ReceivedBundle;
import academy.coldstart.hint.Hints;
import academy.coldstart.site.SampleCourse;
import academy.coldstart.site.SampleHints;
import academy.coldstart.site.SampleReports;
import academy.coldstart.site.SampleStates;
import academy.coldstart.site.ScriptedGradings;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.Submission;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.submission.Submissions;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.Trace;
import academy.coldstart.ui.GradingReadiness;
import academy.coldstart.ui.Phrase;
import academy.coldstart.ui.Readiness;
import academy.coldstart.ui.Readiness.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

@WebMvcTest({ SubmissionController.class, SubmissionDocuments.class, SubmissionEvents.class, GradingApi.class,
		BundleDocument.class, HintController.class })
@AutoConfigureMockMvc(addFilters = false)
@Import({ SubmissionPages.class, LearningNotes.class, Outlooks.class, TraceReader.class, EventStreams.class })
class SubmissionControllerTests {

	private final SubmissionId id = SubmissionId.create();

	private final Exercise exercise = new SampleCourse().exercise(SampleCourse.CHARGE_ONCE).orElseThrow();

	@MockitoBean
	private Submissions submissions;

	@MockitoBean
	private Drafts drafts;

	@MockitoBean
	private Reviews reviews;

	@MockitoBean
	private GradingReadiness readiness;

	@Autowired
	private ScriptedGradings gradings;

	@Autowired
	private SampleHints hints;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void queue() {
		given(this.readiness.now())
			.willReturn(new Readiness(Level.READY, "Grading is ready", "It is ready.", List.of()));
		this.hints.recording(true);
		this.gradings.queue(this.id, SampleCourse.CHARGE_ONCE, 2);
	}

	@Test
	void listsAllChecksFromTheStart() {
		assertThat(page()).contains("Waiting for a free runner: 2 ahead of yours.", "data-check=\"C1\"",
				"data-check=\"C4\"", "Package", "Deploy",
				"<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>");
	}

	@Test
	void marksStagesByWords() {
		this.gradings.stage(this.id, "deploy");
		assertThat(page()).contains("data-stage=\"package\" data-state=\"done\"",
				"data-stage=\"deploy\" data-state=\"now\" aria-current=\"step\"",
				"data-stage=\"check\" data-state=\"waiting\"");
	}

	@Test
	void offersWhatComesNextAfterAPassAndNotBefore() {
		finish(1);
		assertThat(page()).doesNotContain("Next lesson");
		finish(0);
		assertThat(page()).contains("href=\"/lessons/decoupling\">Next lesson: Decoupling</a>");
	}

	@Test
	void stopsReloadingOnceThereIsAReport() {
		finish(1);
		assertThat(page())
			.contains("3 of 4 checks pass. One to go.", "Order o-17 was charged 3 times", "Hint 1 of 3",
					"href=\"#c12\"", "id=\"c12\"", "LocalStack 4.14.0, host mode", "python3.13 (3.13.0)")
			.doesNotContain("http-equiv=\"refresh\"");
	}

	@Test
	void drawsNothingWhereNothingRan() {
		Trace trace = new Trace(Trace.CONTRACT, SampleReports.FIRST_SEED, new AccountId("491761480831"), Instant.EPOCH,
				List.of(), List.of(), List.of(), List.of(), List.of());
		this.gradings.finish(this.id, SampleReports.syntaxError(this.exercise), SampleReports.json(List.of(trace)));
		assertThat(page()).contains("Nothing had run yet when this ended.")
			.doesNotContain("tl-mini", "<svg class=\"tl ", "<figure", "0 execution environments");
	}

	@Test
	void saysWhenTheDraftHasMovedOn() {
		finish(1);
		assertThat(page()).doesNotContain("earlier draft");
		given(this.drafts.isNewerThan(this.id)).willReturn(true);
		assertThat(page()).contains("These results are for an earlier draft.");
	}

	@Test
	void switchesBetweenRuns() {
		finish(1);
		String address = "/submissions/" + this.id + "?seed=" + SampleReports.SECOND_SEED;
		assertThat(this.mvc.get().uri(address)).bodyText()
			.contains("sent order o-402 three times", "?seed=8841#c12")
			.doesNotContain("sent order o-17 three times");
	}

	@Test
	void showsWhatWasLeftInTablesQueuesAndBuckets() {
		finish(1);
		assertThat(page()).doesNotContain("State at the end", "end-state.json");
		this.gradings.endState(this.id, SampleStates.json());
		assertThat(page())
			.contains("State at the end", "{&quot;pk&quot;:{&quot;S&quot;:&quot;larkspur#o-17&quot;}}", "And 120 more.",
					"<details open=\"open\">", "end-state.json")
			.doesNotContain("larkspur#o-402");
	}

	@Test
	void runsAgainAfterAFaultOfThePlatform() {
		this.gradings.finish(this.id,
				SampleReports.report(this.exercise, GradeReport.Outcome.NOT_GRADED, List.of(), null), null);
		assertThat(page()).contains("This is our fault and does not count as an attempt.", "Run again");
		assertThat(this.mvc.post().uri("/submissions/" + this.id + "/retry")).hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/submissions/" + this.id);
		assertThat(this.gradings.retried()).contains(this.id);
	}

	@Test
	void cancelsWhatWaits() {
		assertThat(page()).contains("action=\"/submissions/" + this.id + "/cancel\"");
		assertThat(this.mvc.post().uri("/submissions/" + this.id + "/cancel")).hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/submissions/" + this.id);
		assertThat(page())
			.contains("You cancelled this.", "does not count as an attempt", "Grade it after all",
					"action=\"/submissions/" + this.id + "/retry\"")
			.doesNotContain("http-equiv=\"refresh\"", "data-live");
		assertThat(this.mvc.get().uri("/submissions/" + this.id + "/report.json")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(events("2")).hasStatus(HttpStatus.NO_CONTENT);
	}

	@Test
	void showsTheReportWhereCancellingCameTooLate() {
		finish(0);
		assertThat(this.mvc.post().uri("/submissions/" + this.id + "/cancel")).hasStatus(HttpStatus.SEE_OTHER);
		assertThat(page()).contains("All 4 checks pass.").doesNotContain("/cancel");
	}

	@Test
	void saysThatItWaitsForTheEngineWhereThatIsSo() {
		given(this.readiness.now()).willReturn(
				new Readiness(Level.PREPARING, "Grading is being restarted", "The engine is starting.", List.of()));
		String sentence = "Waiting for the engine. Your code is kept, and graded as soon as it is ready.";
		assertThat(page()).contains(sentence, "The engine is starting.").doesNotContain("ahead of yours");
		this.gradings.stage(this.id, "engine");
		assertThat(page()).contains(sentence);
		this.gradings.stage(this.id, "check");
		assertThat(page()).doesNotContain(sentence);
	}

	@Test
	void saysHowLongItWillTake() {
		this.gradings.expect(this.id, Duration.ofSeconds(8));
		assertThat(page()).contains("Waiting for a free runner: 2 ahead of yours, about 10 s.");
	}

	@Test
	void showsProblemsWithTheirOriginalOutput() {
		this.gradings.finish(this.id, SampleReports.syntaxError(this.exercise), null);
		assertThat(page())
			.contains("No check could run yet.", "The code does not compile: line 7 of ", "handler.py line 7",
					"The original output", "was never closed")
			.doesNotContain("Hint 1 of 3");
	}

	@Test
	void answersProgramsWithTheState() {
		this.gradings.stage(this.id, "check");
		this.gradings.check(this.id, SampleReports.passed(this.exercise.checks().get(0)));
		assertThat(this.mvc.get().uri("/submissions/" + this.id + "/state")).hasStatusOk()
			.hasHeader(HttpHeaders.CACHE_CONTROL, "no-store")
			.bodyJson()
			.hasPathSatisfying("$.summary",
					(summary) -> assertThat(summary).isEqualTo("Running the checks: 1 of 4 done."))
			.hasPathSatisfying("$.checks[0].word", (word) -> assertThat(word).isEqualTo("Passes"))
			.hasPathSatisfying("$.checks[1].outcome", (outcome) -> assertThat(outcome).isEqualTo("waiting"));
	}

	@Test
	void handsOutReportAndTraceAsHarmlessDownloads() {
		finish(1);
		this.gradings.endState(this.id, SampleStates.json());
		for (String name : List.of("report.json", "trace.json", "end-state.json")) {
			MvcTestResult result = this.mvc.get().uri("/submissions/" + this.id + "/" + name).exchange();
			assertThat(result).hasStatusOk()
				.hasHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
				.hasHeader(HttpHeaders.CACHE_CONTROL, "no-store")
				.hasHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
		}
		assertThat(this.mvc.get().uri("/submissions/" + this.id + "/report.json")).bodyJson()
			.hasPathSatisfying("$.outcome", (outcome) -> assertThat(outcome).isEqualTo("failed"))
			.hasPathSatisfying("$.startedAt", (start) -> assertThat(start).isEqualTo("2026-11-23T10:42:07.250Z"));
	}

	@Test
	void handsOutABundleForACheckThatIsSaidToBeWrong() throws IOException {
		SourceFiles files = SampleCourse.files("handler.py", "print('mine')\n");
		given(this.submissions.find(this.id)).willReturn(Optional
			.of(new Submission(this.id, SampleCourse.CHARGE_ONCE, Language.PYTHON, files, "hash", Instant.EPOCH)));
		finish(1);
		assertThat(page()).contains("This check is wrong", "action=\"/submissions/" + this.id + "/bundle\"",
				"name=\"check\" value=\"C1\"", "name=\"check\" value=\"C4\"");
		MvcTestResult result = this.mvc.post()
			.uri("/submissions/" + this.id + "/bundle")
			.param("check", "C4")
			.param("reason", "It saw another table.\r\nLook.")
			.exchange();
		assertThat(result).hasStatusOk()
			.hasContentType("application/zip")
			.hasHeader(HttpHeaders.CACHE_CONTROL, "no-store")
			.hasHeader(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"coldstart-charge-once-C4-" + this.id.toString().substring(0, 8) + ".zip\"");
		byte[] content = result.getResponse().getContentAsByteArray();
		ReceivedBundle bundle = ReceivedBundle.read(() -> new ByteArrayInputStream(content));
		assertThat(bundle.manifest().check()).isEqualTo("C4");
		assertThat(bundle.manifest().reason()).isEqualTo("It saw another table.\nLook.");
		assertThat(bundle.report()).isEqualTo(this.gradings.find(this.id).orElseThrow().report());
	}

	@Test
	void handsOutNoBundleWithoutTheCheck() {
		String address = "/submissions/" + this.id + "/bundle";
		assertThat(this.mvc.post().uri(address).param("check", "C1")).hasStatus(HttpStatus.NOT_FOUND);
		finish(1);
		assertThat(this.mvc.post().uri(address).param("check", "C9")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void sendsHintsOnceTheyAreOpened() {
		finish(1);
		assertThat(page()).contains("Hint 1 of 3", "action=\"/submissions/" + this.id + "/hints\"")
			.doesNotContain(hint(0), hint(1), hint(2), "Hint 2 of 3");
		assertThat(openHint("C1", 1)).hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/submissions/" + this.id + "#hint-C1-1");
		assertThat(page()).contains(hint(0), "id=\"hint-C1-1\"", "Hint 2 of 3").doesNotContain(hint(1), "Hint 3 of 3");
		openHint("C1", 2);
		openHint("C1", 3);
		assertThat(page()).contains(hint(0), hint(1), hint(2)).doesNotContain("/hints\"", "recorded");
	}

	@Test
	void opensNoHintBeforeTheOneBefore() {
		finish(1);
		assertThat(openHint("C1", 2)).hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/submissions/" + this.id + "#hints-C1");
		assertThat(page()).doesNotContain(hint(0), hint(1));
	}

	@Test
	void opensHintsOfFailedChecksOnly() {
		assertThat(openHint("C1", 1)).hasStatus(HttpStatus.NOT_FOUND);
		finish(1);
		assertThat(openHint("C2", 1)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(openHint("C9", 1)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(openHint("C1", 0)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(openHint("C1", 4)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void answersScriptsWithTheHintsAlone() {
		finish(1);
		assertThat(this.mvc.post()
			.uri("/submissions/" + this.id + "/hints")
			.param("check", "C1")
			.param("step", "1")
			.param("part", "true")).hasStatusOk()
			.bodyText()
			.contains("id=\"hints-C1\"", hint(0), "name=\"step\" value=\"2\"")
			.doesNotContain(hint(1), "<h1");
	}

	@Test
	void staysWithTheRunThatWasChosen() {
		finish(1);
		assertThat(this.mvc.post()
			.uri("/submissions/" + this.id + "/hints")
			.param("check", "C1")
			.param("step", "1")
			.param("seed", "20517")).hasRedirectedUrl("/submissions/" + this.id + "?seed=20517#hint-C1-1");
		assertThat(this.mvc.get().uri("/submissions/" + this.id + "?seed=20517")).bodyText()
			.contains("name=\"seed\" value=\"20517\"");
	}

	@Test
	void showsHintsThatCannotBeRecordedAndSaysSo() {
		finish(1);
		this.hints.recording(false);
		assertThat(openHint("C1", 1)).hasStatus(HttpStatus.SEE_OTHER);
		assertThat(page()).contains(hint(0), "could not be recorded", "it changes no verdict", "Hint 2 of 3");
	}

	@Test
	void saysWhichCheckCountedInAReview() {
		finish(1);
		assertThat(page()).doesNotContain("id=\"review\"");
		review(ReviewVerdict.Outcome.PASSED, LocalDate.of(2026, 12, 4));
		assertThat(page()).contains("One check counted: “The table <code>Orders</code> has it.”",
				"It passes, whatever the other checks say.", "comes up for review again on", "4 Dec 2026");
		review(ReviewVerdict.Outcome.PASSED, null);
		assertThat(page()).contains("That was the last review of this exercise.").doesNotContain("again on");
		review(ReviewVerdict.Outcome.FAILED, LocalDate.of(2026, 11, 29));
		assertThat(page()).contains("It does not hold yet.", "29 Nov 2026", "The exercise stays passed");
		review(ReviewVerdict.Outcome.OPEN, null);
		assertThat(page()).contains("It could not run in this attempt.", "the review goes on");
	}

	@Test
	void showsTheReportWhereReviewsCannotBeRead() {
		finish(1);
		given(this.reviews.verdict(any(), any())).willThrow(new DataAccessResourceFailureException("The disk is away"));
		assertThat(page()).contains("3 of 4 checks pass. One to go.").doesNotContain("id=\"review\"");
	}

	@Test
	void hasNoReportBeforeTheEnd() {
		assertThat(this.mvc.get().uri("/submissions/" + this.id + "/report.json")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri("/submissions/" + this.id + "/trace.json")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void streamsEveryChangeWithItsNumberUntilTheEnd() {
		MvcTestResult stream = events("0");
		this.gradings.stage(this.id, "package");
		finish(0);
		assertThat(stream).bodyText()
			.contains("id:1\nevent:state\nretry:1000\ndata:{", "id:2\n", "Packing your files.", "id:3\n",
					"All 4 checks pass.");
	}

	@Test
	void resumesAfterTheLastEventThatWasSeen() {
		this.gradings.stage(this.id, "package");
		MvcTestResult stream = events("2");
		finish(0);
		assertThat(stream).bodyText().contains("id:3\n").doesNotContain("id:1\n", "id:2\n");
	}

	@Test
	void stopsReadersThatHaveSeenTheEnd() {
		finish(0);
		assertThat(events("2")).hasStatus(HttpStatus.NO_CONTENT);
	}

	@Test
	void showsTheEndToReadersThatComeLate() {
		finish(0);
		assertThat(events("0")).hasStatusOk().bodyText().contains("id:2\n", "All 4 checks pass.");
	}

	@Test
	void doesNotKnowOtherSubmissions() {
		for (String tail : List.of("/cancel", "/bundle", "/hints")) {
			assertThat(this.mvc.post()
				.uri("/submissions/" + UUID.randomUUID() + tail)
				.param("check", "C1")
				.param("step", "1")).hasStatus(HttpStatus.NOT_FOUND);
		}
		for (String tail : List.of("", "/state", "/events", "/report.json", "/trace.json")) {
			assertThat(this.mvc.get().uri("/submissions/" + UUID.randomUUID() + tail)).hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(this.mvc.post().uri("/submissions/" + UUID.randomUUID() + "/retry")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri("/submissions/1").accept(MediaType.TEXT_HTML)).hasStatus(HttpStatus.NOT_FOUND);
	}

	private void finish(int failing) {
		List<CheckDefinition> checks = this.exercise.checks();
		this.gradings.finish(this.id,
				SampleReports.report(this.exercise,
						(failing == 0) ? GradeReport.Outcome.PASSED : GradeReport.Outcome.FAILED,
						checks.stream()
							.map((check) -> (checks.indexOf(check) < failing) ? SampleReports.failed(check)
									: SampleReports.passed(check))
							.toList(),
						null),
				SampleReports.json(SampleReports.traces()));
	}

	private MvcTestResult openHint(String check, int step) {
		return this.mvc.post()
			.uri("/submissions/" + this.id + "/hints")
			.param("check", check)
			.param("step", Integer.toString(step))
			.exchange();
	}

	private void review(ReviewVerdict.Outcome outcome, @Nullable LocalDate next) {
		given(this.reviews.verdict(this.exercise, this.id.toString()))
			.willReturn(Optional.of(new ReviewVerdict("The table `Orders` has it.", outcome, next)));
	}

	private String hint(int index) {
		return Phrase.parse(this.exercise.checks().getFirst().hints().get(index)).getFirst().text();
	}

	private MvcTestResult events(String lastSeen) {
		return this.mvc.get()
			.uri("/submissions/" + this.id + "/events")
			.header("Last-Event-ID", lastSeen)
			.accept(MediaType.TEXT_EVENT_STREAM)
			.asyncExchange();
	}

	private String page() {
		return assertThat(this.mvc.get().uri("/submissions/" + this.id)).hasStatusOk().bodyText().actual();
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

		@Bean
		SampleHints sampleHints() {
			return new SampleHints();
		}

		@Bean
		Hints hints(SampleHints hints) {
			return hints.asHints();
		}

	}

}
