package academy.coldstart.grading.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.engine.Engine;
import academy.coldstart.engine.EngineStatus;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradingState.Status;
import academy.coldstart.grading.Gradings;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.submission.Submissions;
import academy.coldstart.submission.Upload;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares what a known mistake did with what the reference did: the whole application,
 * with its queue and the real engine.
 */
@SpringBootTest
@AutoConfigureMockMvc(addFilters = false)
@DirtiesContext
class ReferenceIntegrationTests {

	@TempDir
	private static Path var;

	@Autowired
	private Course course;

	@Autowired
	private Engine engine;

	@Autowired
	private Submissions submissions;

	@Autowired
	private Gradings gradings;

	@Autowired
	private LearnerProgress progress;

	@Autowired
	private MockMvcTester mvc;

	@DynamicPropertySource
	static void files(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url",
				() -> "jdbc:h2:async:" + var.resolve("db/coldstart") + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0");
		registry.add("coldstart.engine.instances", () -> var.resolve("engine"));
	}

	@Test
	void saysWhatTheReferenceDidInsteadAndShowsItsBodiesOnceTheExerciseIsPassed() {
		Awaitility.await()
			.atMost(Duration.ofMinutes(8))
			.until(() -> this.engine.status().state() == EngineStatus.State.READY);
		SubmissionId mistake = grade(mistake("get-then-put"), GradeReport.Outcome.FAILED);

		assertThat(this.mvc.post().uri(address(mistake))).hasStatus(HttpStatus.SEE_OTHER);
		Awaitility.await()
			.atMost(Duration.ofMinutes(5))
			.untilAsserted(() -> assertThat(page(mistake)).contains("Both had the same names"));
		assertThat(page(mistake))
			.containsPattern("The first call that differs is DynamoDB GetItem at \\d+\\.\\d{3} s, "
					+ "which succeeded; the reference has DynamoDB PutItem there, which succeeded\\.")
			.contains("The reference is one right way.")
			.doesNotContain("ConditionExpression", "attribute_not_exists", "ConditionalCheckFailed", "IN_PROGRESS",
					"claimedUntil", "exercise-Ledger", "/charges", "What the calls carry");
		assertThat(this.progress.attempts(exercise().slug())).hasSize(1);
		assertThat(this.submissions.count(exercise().slug())).isOne();
		assertThat(this.gradings.history(exercise().slug(), 0)).hasSize(1);

		grade(this.course.solutions(exercise()).getFirst().files(), GradeReport.Outcome.PASSED);
		assertThat(page(mistake)).contains("What the calls carry", "attribute_not_exists");
	}

	private SubmissionId grade(SourceFiles files, GradeReport.Outcome expected) {
		Map<String, String> texts = new LinkedHashMap<>();
		files.contents().keySet().forEach((name) -> texts.put(name, files.text(name)));
		SubmissionId id = this.submissions
			.accept(exercise(), "python", UUID.randomUUID(), new Upload.Form(Map.copyOf(texts)))
			.submission()
			.id();
		Awaitility.await()
			.atMost(Duration.ofMinutes(5))
			.until(() -> this.gradings.find(id).orElseThrow().status() == Status.FINISHED);
		assertThat(this.gradings.find(id).orElseThrow().report()).isNotNull()
			.extracting(GradeReport::outcome)
			.isEqualTo(expected);
		return id;
	}

	private SourceFiles mistake(String name) {
		return this.course.mistakes(exercise())
			.stream()
			.filter((mistake) -> mistake.name().equals(name))
			.findFirst()
			.orElseThrow()
			.files();
	}

	private Exercise exercise() {
		return this.course.exercise(new Slug("charge-once")).orElseThrow();
	}

	private static String address(SubmissionId id) {
		return "/submissions/" + id + "/reference";
	}

	private String page(SubmissionId id) {
		return assertThat(this.mvc.get().uri(address(id))).hasStatusOk().bodyText().actual();
	}

}
