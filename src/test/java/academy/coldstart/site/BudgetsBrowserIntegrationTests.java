package academy.coldstart.site;

import java.util.List;
import java.util.stream.Stream;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.grading.GradeReport.Outcome;
import academy.coldstart.project.TheCourse;
import academy.coldstart.site.Chromium.Look;
import academy.coldstart.submission.SubmissionId;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every page of this course costs, on the first visit and on the next one.
 */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BudgetsBrowserIntegrationTests {

	private static final int KB = 1024;

	private static final Budget TEXT = new Budget(110, 7, 35);

	private static final Budget SIMULATOR = new Budget(140, 9, 60);

	private static final Budget REPORT = new Budget(160, 8, 60);

	private static final Budget WORKSPACE = new Budget(260, 11, 200);

	/** From this much on, people notice that something moves. */
	private static final double MOST_MOVEMENT = 0.05;

	private final Course course = TheCourse.read();

	private final SampleSite site = new SampleSite(this.course);

	private final Chromium chromium = new Chromium();

	private SubmissionId failed = SubmissionId.create();

	private SubmissionId passed = SubmissionId.create();

	@BeforeAll
	void grade() {
		this.failed = graded(1);
		this.passed = graded(0);
		this.site.references().haveAll();
	}

	@AfterAll
	void stop() {
		this.chromium.close();
		this.site.close();
	}

	@Test
	void questionsOfReviewsStayWithinTheirBudget() {
		for (Exercise exercise : this.course.exercises()) {
			if (!exercise.reviewChecks().isEmpty()) {
				this.site.reviews().due(exercise);
				staysWithinItsBudget(new Visited("/exercises/" + exercise.slug() + "/review/question", TEXT));
			}
		}
		this.site.reviews().forget();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("pages")
	void staysWithinItsBudget(Visited visited) {
		Page page = this.chromium.open(Look.LIGHT, this.site.address());
		PageWeight first = PageWeight.ofVisit(page, visited.path());
		assertThat(first.requests()).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(visited.budget().requests());
		assertThat(first.bytes()).as("bytes").isBetween(KB, visited.budget().kilobytes() * KB);
		assertThat(first.scriptBytes()).as("bytes of scripts").isBetween(KB, visited.budget().scripts() * KB);
		assertThat(first.layoutShift()).as("layout shift").isLessThan(MOST_MOVEMENT);
		this.chromium.reset();
	}

	@Test
	void movesNothingOnAPhone() {
		for (String path : List.of("/", "/lessons/idempotency", "/simulators/retry-timeline",
				"/exercises/charge-once?language=java", "/submissions/" + this.failed)) {
			Page page = this.chromium.open(Look.PHONE, this.site.address());
			assertThat(PageWeight.ofVisit(page, path).layoutShift()).as(path).isLessThan(MOST_MOVEMENT);
			this.chromium.reset();
		}
	}

	@Test
	void costsNextToNothingOnTheNextVisit() {
		Page page = this.chromium.open(Look.LIGHT, this.site.address());
		for (String path : List.of("/", "/simulators/idempotency-race", "/progress", "/libraries")) {
			page.navigate(path);
			PageWeight again = PageWeight.ofVisit(page, path);
			assertThat(again.asked()).as(path).isLessThanOrEqualTo(3);
			assertThat(again.bytes()).as(path).isLessThan(15 * KB);
			assertThat(again.scriptBytes()).as(path).isZero();
		}
		this.chromium.reset();
	}

	Stream<Visited> pages() {
		Stream<Visited> texts = Stream
			.concat(Stream.of("/", "/progress", "/libraries", "/search?q=claim",
					"/lessons/idempotency/questions/question-1"),
					this.course.map()
						.modules()
						.stream()
						.flatMap((module) -> module.entries().stream())
						.map((entry) -> "/lessons/" + entry.lesson().slug()))
			.map((path) -> new Visited(path, TEXT));
		Stream<Visited> simulators = Stream
			.of("/simulators", "/simulators/concurrency", "/simulators/retry-timeline", "/simulators/idempotency-race")
			.map((path) -> new Visited(path, SIMULATOR));
		Stream<Visited> workspaces = Stream
			.concat(this.course.exercises().stream().map((exercise) -> "/exercises/" + exercise.slug()),
					Stream.of("/exercises/charge-once?language=node", "/exercises/charge-once?language=java"))
			.map((path) -> new Visited(path, WORKSPACE));
		String attempts = "/exercises/charge-once/attempts";
		Stream<Visited> reports = Stream.of("/submissions/" + this.failed, "/submissions/" + this.passed,
				"/submissions/" + this.passed + "/reference", attempts,
				attempts + "/comparison?from=" + this.failed + "&to=" + this.passed, "/exercises/charge-once/solutions")
			.map((path) -> new Visited(path, REPORT));
		return Stream.of(texts, simulators, workspaces, reports).flatMap((visited) -> visited);
	}

	private SubmissionId graded(int failing) {
		Exercise exercise = this.site.chargeOnce();
		List<CheckDefinition> checks = exercise.checks();
		SubmissionId id = this.site.submit();
		this.site.gradings()
			.finish(id,
					SampleReports.report(exercise, (failing == 0) ? Outcome.PASSED : Outcome.FAILED,
							checks.stream()
								.map((check) -> (checks.indexOf(check) < failing) ? SampleReports.failed(check)
										: SampleReports.passed(check))
								.toList(),
							null),
					SampleReports.json(SampleReports.traces()));
		this.site.gradings().endState(id, SampleStates.json());
		return id;
	}

	/**
	 * What a page may cost on the first visit.
	 *
	 * @param kilobytes how much may come over the wire
	 * @param requests how often it may ask
	 * @param scripts how much of it may be scripts, in kilobytes
	 */
	record Budget(int kilobytes, int requests, int scripts) {
	}

	/**
	 * A page that is visited.
	 *
	 * @param path its address
	 * @param budget what it may cost
	 */
	record Visited(String path, Budget budget) {

		@Override
		public String toString() {
			return this.path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}");
		}

	}

}
