package academy.coldstart.grading.web;

import java.util.List;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.course.Reviews;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradeReport.ExerciseVersion;
import academy.coldstart.grading.ReferenceState;
import academy.coldstart.hint.Hints;
import academy.coldstart.site.SampleCourse;
import academy.coldstart.site.SampleHints;
import academy.coldstart.site.SampleReports;
import academy.coldstart.site.SampleStates;
import academy.coldstart.site.ScriptedGradings;
import academy.coldstart.site.ScriptedReferences;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.submission.Submissions;
import academy.coldstart.ui.GradingReadiness;
import academy.coldstart.ui.Readiness;
import academy.coldstart.ui.Readiness.Level;
import org.jspecify.annotations.Nullable;
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

@WebMvcTest({ ReferenceController.class, SubmissionController.class, SubmissionDocuments.class, GradingApi.class })
@AutoConfigureMockMvc(addFilters = false)
@Import({ ReferencePages.class, ComparableAttempts.class, SubmissionPages.class, LearningNotes.class, Outlooks.class,
		TraceReader.class, StateContrasts.class })
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class ReferenceControllerTests {

	private final Exercise exercise = new SampleCourse().exercise(SampleCourse.CHARGE_ONCE).orElseThrow();

	private final SubmissionId id = SubmissionId.create();

	@MockitoBean
	private Submissions submissions;

	@MockitoBean
	private Drafts drafts;

	@MockitoBean
	private Reviews reviews;

	@Autowired
	private ScriptedGradings gradings;

	@Autowired
	private ScriptedReferences references;

	@Autowired
	private MockMvcTester mvc;

	@Test
	void offersTheComparisonOnTheReportAndStartsNothingByLooking() {
		fail(SampleReports.json(SampleReports.traces()));
		assertThat(page("")).contains("action=\"/submissions/" + this.id + "/reference\"",
				"Compare with the reference</button>");
		assertThat(page("/reference")).contains("was not run with the values of this attempt yet",
				"Compare with the reference</button>");
		assertThat(this.references.requested()).isEmpty();
	}

	@Test
	void runsTheReferenceWithTheSeedThatTheReportShows() {
		fail(SampleReports.json(SampleReports.traces().reversed()));
		request();
		request();
		assertThat(this.references.requested()).singleElement().satisfies((key) -> {
			assertThat(key.seed()).isEqualTo(SampleReports.FIRST_SEED);
			assertThat(key.version()).isEqualTo(this.exercise.version());
			assertThat(key.solution()).hasSize(64);
		});
		assertThat(page("/reference")).contains("Waiting for a free runner.",
				"<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>", "Run 2, seed 8841",
				"data-waiting=\"/submissions/" + this.id + "/reference\"");
		this.references.reach(ReferenceState.RUNNING);
		assertThat(page("/reference")).contains("Running the reference with the same values.");
	}

	@Test
	void blamesItselfWhenTheReferenceCannotBeRunAndTriesAgain() {
		fail(SampleReports.json(SampleReports.traces()));
		request();
		this.references.reach(ReferenceState.FAULTED);
		assertThat(page("/reference")).contains("This is our fault", "Try again</button>")
			.doesNotContain("http-equiv=\"refresh\"", "data-waiting");
		request();
		assertThat(page("/reference")).contains("Waiting for a free runner.");
	}

	@Test
	void showsNamesCountsAndTheFirstDifferenceBeforeTheExerciseIsPassed() {
		fail(SampleReports.json(SampleReports.traces()));
		request();
		this.references.reach(ReferenceState.DONE);
		assertThat(page("/reference"))
			.contains("The first call that differs is DynamoDB GetItem at 0.402 s", "?seed=8841#c11",
					"DynamoDB UpdateItem", "The reference is one right way.", "A check stops at its first failure",
					"is shown when the exercise is passed")
			.doesNotContain("http-equiv=\"refresh\"", "This page reloads");
	}

	@Test
	void givesNothingElseAwayAnywhereBeforeTheExerciseIsPassed() {
		fail(SampleReports.json(SampleReports.traces()));
		request();
		this.references.reach(ReferenceState.DONE);
		this.gradings.endState(this.id, SampleStates.json());
		for (String address : List.of("", "/reference", "/report.json", "/trace.json", "/state")) {
			assertNothingSecret("/submissions/" + this.id + address);
		}
		for (String address : List.of("", "/report", "/trace")) {
			assertNothingSecret("/api/v1/submissions/" + this.id + address);
		}
		for (String address : List.of("/reference/trace.json", "/reference.json", "/reference/state",
				"/reference/timeline.svg", "/reference/report.json")) {
			assertThat(this.mvc.get().uri("/submissions/" + this.id + address)).hasStatus(HttpStatus.NOT_FOUND);
		}
	}

	@Test
	void showsTheBodiesOfTheFirstDifferenceAfterTheExerciseIsPassed() {
		fail(SampleReports.json(SampleReports.traces()));
		request();
		this.references.reach(ReferenceState.DONE);
		pass();
		assertThat(page("/reference")).contains("What the calls carry", "secret-condition", "SSM GetParameter")
			.doesNotContain("is shown when the exercise is passed");
	}

	@Test
	void saysHowMuchBothLeftBehindAndWhatOnlyAfterTheExerciseIsPassed() {
		fail(SampleReports.json(SampleReports.traces()));
		request();
		this.references.reach(ReferenceState.DONE);
		assertThat(page("/reference")).doesNotContain("What was left at the end");
		this.gradings.endState(this.id, SampleStates.json());
		assertThat(page("/reference"))
			.contains("What was left at the end", "table, 122 items", "table, 1 item",
					"What the reference keeps in them")
			.doesNotContain("SecretLetters", "The first difference");
		assertNothingSecret("/submissions/" + this.id + "/reference");
		pass();
		assertThat(page("/reference")).contains("is not the same in both.", "The first difference")
			.doesNotContain("What the reference keeps in them");
	}

	@Test
	void opensNothingForAnotherOutcomeThanPassed() {
		fail(SampleReports.json(SampleReports.traces()));
		request();
		this.references.reach(ReferenceState.DONE);
		this.gradings.cancel(queued());
		this.gradings.finish(queued(),
				SampleReports.report(this.exercise, GradeReport.Outcome.NOT_GRADED, List.of(), null), null);
		queued();
		assertNothingSecret("/submissions/" + this.id + "/reference");
	}

	@Test
	void saysWhyThereIsNothingToCompare() {
		this.gradings.queue(this.id, SampleCourse.CHARGE_ONCE, 0);
		assertThat(page("/reference")).contains("This attempt has no verdict");
		fail(null);
		assertThat(page("")).doesNotContain("Compare with the reference");
		assertThat(page("/reference")).contains("The function was never invoked in this attempt")
			.doesNotContain("<form method=\"post\"");
		request();
		assertThat(this.references.requested()).isEmpty();
	}

	@Test
	void doesNotCompareAnAttemptAtAnOlderVersionOfTheExercise() {
		GradeReport report = report();
		GradeReport old = new GradeReport(report.contract(), new ExerciseVersion("charge-once", 1), report.submission(),
				report.seeds(), report.outcome(), report.score(), report.passMark(), report.durationMs(),
				report.startedAt(), null, report.stages(), report.checks(), report.engine(), report.runtime(),
				report.isolation(), report.trace());
		this.gradings.queue(this.id, SampleCourse.CHARGE_ONCE, 0);
		this.gradings.finish(this.id, old, SampleReports.json(SampleReports.traces()));
		assertThat(this.exercise.version()).isNotEqualTo(1);
		assertThat(page("/reference")).contains("The exercise has changed since this attempt was graded.");
	}

	@Test
	void knowsNothingOfUnknownSubmissions() {
		for (String address : List.of("/submissions/" + SubmissionId.create() + "/reference",
				"/submissions/x/reference")) {
			assertThat(this.mvc.get().uri(address).accept(MediaType.TEXT_HTML).exchange().getResponse().getStatus())
				.isIn(400, 404);
			assertThat(this.mvc.post().uri(address).accept(MediaType.TEXT_HTML).exchange().getResponse().getStatus())
				.isIn(400, 404);
		}
	}

	private SubmissionId queued() {
		SubmissionId other = SubmissionId.create();
		this.gradings.queue(other, SampleCourse.CHARGE_ONCE, 0);
		return other;
	}

	private void fail(@Nullable String trace) {
		this.gradings.queue(this.id, SampleCourse.CHARGE_ONCE, 0);
		this.gradings.finish(this.id, report(), trace);
	}

	private void pass() {
		this.gradings.finish(queued(), SampleReports.report(this.exercise, GradeReport.Outcome.PASSED,
				this.exercise.checks().stream().map(SampleReports::passed).toList(), null), null);
	}

	private GradeReport report() {
		List<CheckResult> checks = this.exercise.checks()
			.stream()
			.map((check) -> check.id().equals("C1") ? SampleReports.failed(check) : SampleReports.passed(check))
			.toList();
		return SampleReports.report(this.exercise, GradeReport.Outcome.FAILED, checks, null);
	}

	private void request() {
		assertThat(this.mvc.post().uri("/submissions/" + this.id + "/reference")).hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/submissions/" + this.id + "/reference");
	}

	private void assertNothingSecret(String address) {
		assertThat(assertThat(this.mvc.get().uri(address)).hasStatusOk().bodyText().actual()).as(address)
			.doesNotContain("secret", "ConditionalCheck", "r-log", "claim(");
	}

	private String page(String address) {
		return assertThat(this.mvc.get().uri("/submissions/" + this.id + address)).hasStatusOk().bodyText().actual();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class DoublesConfiguration {

		@Bean
		GradingReadiness readiness() {
			return () -> new Readiness(Level.READY, "Grading is ready", "It is ready.", List.of());
		}

		@Bean
		Course course() {
			return new SampleCourse();
		}

		@Bean
		ScriptedGradings gradings() {
			return new ScriptedGradings();
		}

		@Bean
		Hints hints() {
			return new SampleHints().asHints();
		}

		@Bean
		ScriptedReferences references() {
			return new ScriptedReferences();
		}

		@Bean
		LearnerProgress learnerProgress(ScriptedGradings gradings) {
			return gradings::attempts;
		}

	}

}
