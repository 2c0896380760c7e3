package academy.coldstart.review;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.ReviewStanding;
import academy.coldstart.course.ReviewStanding.Done;
import academy.coldstart.course.ReviewStanding.Due;
import academy.coldstart.course.ReviewStanding.None;
import academy.coldstart.course.ReviewStanding.UnderWay;
import academy.coldstart.course.ReviewStanding.Waiting;
import academy.coldstart.course.ReviewVerdict;
import academy.coldstart.course.Reviews;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradeReport.Outcome;
import academy.coldstart.grading.Gradings;
import academy.coldstart.quiz.Question;
import academy.coldstart.review.Learner.Places;
import academy.coldstart.site.SampleCourse;
import academy.coldstart.site.SampleReports;
import academy.coldstart.submission.Draft;
import academy.coldstart.submission.DraftBasis;
import academy.coldstart.submission.DraftCopy;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.SubmissionFixtures;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.submission.Submissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willCallRealMethod;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.BDDMockito.willThrow;

@SpringBootTest(classes = ReviewsTests.StoredReviews.class, webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "spring.datasource.url=jdbc:h2:mem:reviews", "db-scheduler.enabled=false" })
class ReviewsTests {

	private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

	private final Exercise exercise = exercise(true);

	@Autowired
	private Reviews reviews;

	@Autowired
	private ReviewDesk desk;

	@Autowired
	private ReviewQuestions questions;

	@Autowired
	private ReviewRecords records;

	@Autowired
	private Submissions submissions;

	@Autowired
	private Drafts drafts;

	@Autowired
	private Learner learner;

	@Autowired
	private JdbcClient jdbc;

	@MockitoSpyBean
	private ReviewTable table;

	@BeforeEach
	void start() {
		this.records.delete();
		List.of("draft_copy", "draft_file", "draft", "submission_file", "submission")
			.forEach((name) -> this.jdbc.sql("delete from " + name).update());
		this.learner.forget();
		this.learner.goTo(DAY);
	}

	@Test
	void hasNothingToReviewBeforeItIsPassedAndInWarmUps() {
		assertThat(standing()).isEqualTo(new None());
		handIn("C1");
		assertThat(standing()).isEqualTo(new None());
		handIn();
		assertThat(standing()).isEqualTo(new Waiting(DAY.plusDays(3), false));
		assertThat(this.reviews.standing(exercise(false))).isEqualTo(new None());
	}

	@Test
	void comesUpOnTheThirdDayAfterItWasPassedFirst() {
		handIn();
		this.learner.goTo(DAY.plusDays(2));
		handIn();
		assertThat(standing()).isEqualTo(new Waiting(DAY.plusDays(3), false));
		this.learner.goTo(DAY.plusDays(3));
		assertThat(standing()).isEqualTo(new Due(DAY.plusDays(3), Language.PYTHON));
		this.learner.goTo(DAY.plusDays(40));
		assertThat(standing()).isEqualTo(new Due(DAY.plusDays(3), Language.PYTHON));
	}

	@Test
	void comesUpLaterAfterEachReviewThatWasPassedAndThenNoMore() {
		handIn();
		LocalDate day = DAY.plusDays(4);
		for (int pause : List.of(10, 30)) {
			reviewOn(day);
			assertThat(standing()).isEqualTo(new Waiting(day.plusDays(pause), false));
			day = day.plusDays(pause);
		}
		reviewOn(day);
		assertThat(standing()).isEqualTo(new Done());
		this.learner.goTo(day.plusDays(1000));
		assertThat(standing()).isEqualTo(new Done());
	}

	@Test
	void beginsTheRowAgainAfterAReviewThatFailed() {
		handIn();
		reviewOn(DAY.plusDays(3));
		reviewOn(DAY.plusDays(13), "C1");
		assertThat(standing()).isEqualTo(new Waiting(DAY.plusDays(16), false));
		reviewOn(DAY.plusDays(16));
		assertThat(standing()).isEqualTo(new Waiting(DAY.plusDays(26), false));
	}

	@Test
	void countsOneCheckOnly() {
		handIn();
		SubmissionId id = reviewOn(DAY.plusDays(3), "C2");
		assertThat(this.reviews.verdict(this.exercise, id.toString()))
			.hasValue(new ReviewVerdict("Charges once", ReviewVerdict.Outcome.PASSED, DAY.plusDays(13)));
	}

	@Test
	void beginsFromTheStarterAndKeepsTheDraft() {
		this.drafts.save(this.exercise, Language.PYTHON, DraftBasis.NONE, SubmissionFixtures.form("my work\n"));
		handIn();
		String before = draft().files().text("handler.py");
		this.learner.goTo(DAY.plusDays(3));
		assertThat(this.desk.begin(this.exercise)).hasValue(Language.PYTHON);
		assertThat(draft().files().text("handler.py")).isEqualTo(SampleCourse.STARTER);
		DraftCopy copy = this.drafts.copies(this.exercise.slug(), Language.PYTHON).getFirst();
		assertThat(copy.reason()).isEqualTo(DraftCopy.Reason.REVIEW);
		assertThat(this.drafts.copy(this.exercise.slug(), Language.PYTHON, copy.id()).orElseThrow().text("handler.py"))
			.isEqualTo(before);
		assertThat(standing()).isEqualTo(new UnderWay(DAY.plusDays(3), Language.PYTHON, check("C1")));
	}

	@Test
	void goesOnWithAReviewThatWasBegun() {
		handIn();
		begin(DAY.plusDays(3));
		this.drafts.save(this.exercise, Language.PYTHON, new DraftBasis(draft().revision(), false),
				SubmissionFixtures.form("half of it\n"));
		assertThat(this.desk.begin(this.exercise)).hasValue(Language.PYTHON);
		assertThat(draft().files().text("handler.py")).isEqualTo("half of it\n");
	}

	@Test
	void beginsNothingThatIsNotDue() {
		assertThat(this.desk.begin(this.exercise)).isEmpty();
		handIn();
		Draft draft = draft();
		assertThat(this.desk.begin(this.exercise)).isEmpty();
		this.desk.postpone(this.exercise);
		assertThat(draft().revision()).isEqualTo(draft.revision());
		assertThat(standing()).isEqualTo(new Waiting(DAY.plusDays(3), false));
	}

	@Test
	void isDecidedByTheFirstAttemptInWhichTheCheckRan() {
		handIn();
		begin(DAY.plusDays(3));
		SubmissionId broken = handIn(SampleReports.syntaxError(this.exercise));
		assertThat(this.reviews.verdict(this.exercise, broken.toString()))
			.hasValue(new ReviewVerdict("Charges once", ReviewVerdict.Outcome.OPEN, null));
		SubmissionId fault = handIn(SampleReports.report(this.exercise, Outcome.NOT_GRADED, List.of(), null));
		assertThat(this.reviews.verdict(this.exercise, fault.toString())).isEmpty();
		assertThat(standing()).isInstanceOf(UnderWay.class);
		SubmissionId failed = handIn("C1");
		SubmissionId passed = handIn();
		assertThat(this.reviews.verdict(this.exercise, failed.toString()))
			.hasValue(new ReviewVerdict("Charges once", ReviewVerdict.Outcome.FAILED, DAY.plusDays(6)));
		assertThat(this.reviews.verdict(this.exercise, passed.toString())).isEmpty();
		assertThat(this.reviews.verdict(this.exercise, broken.toString())).isEmpty();
	}

	@Test
	void waitsForAnEarlierAttemptThatIsStillGraded() {
		handIn();
		begin(DAY.plusDays(3));
		SubmissionId first = this.learner.handIn(places(), Language.PYTHON, draft().revision());
		SubmissionId second = handIn();
		assertThat(standing()).isInstanceOf(UnderWay.class);
		assertThat(this.reviews.verdict(this.exercise, second.toString())).isEmpty();
		this.learner.graded(first, Learner.report(this.exercise, "C1"));
		assertThat(standing()).isEqualTo(new Waiting(DAY.plusDays(6), false));
	}

	@Test
	void isNotDecidedByOtherLanguagesAndByPagesThatWereOpenBefore() {
		handIn();
		long before = draft().revision();
		begin(DAY.plusDays(3));
		grade(this.learner.handIn(places(), Language.NODE, 0L));
		assertThat(standing()).isInstanceOf(UnderWay.class);
		grade(this.learner.handIn(places(), Language.PYTHON, before));
		assertThat(standing()).isInstanceOf(UnderWay.class);
		grade(this.learner.handIn(places(), Language.PYTHON, null));
		assertThat(standing()).as("what a program sends counts").isEqualTo(new Waiting(DAY.plusDays(13), false));
	}

	@Test
	void putsAReviewOffForThreeDays() {
		handIn();
		this.learner.goTo(DAY.plusDays(5));
		this.desk.postpone(this.exercise);
		assertThat(standing()).isEqualTo(new Waiting(DAY.plusDays(8), true));
		this.learner.goTo(DAY.plusDays(8));
		assertThat(standing()).isEqualTo(new Due(DAY.plusDays(8), Language.PYTHON));
		this.desk.postpone(this.exercise);
		assertThat(standing()).isEqualTo(new Waiting(DAY.plusDays(11), true));
		reviewOn(DAY.plusDays(11));
		assertThat(standing()).as("nothing else changes").isEqualTo(new Waiting(DAY.plusDays(21), false));
	}

	@Test
	void endsAReviewThatIsPutOffUndecided() {
		handIn();
		begin(DAY.plusDays(3));
		this.desk.postpone(this.exercise);
		assertThat(standing()).isEqualTo(new Waiting(DAY.plusDays(6), true));
		SubmissionId after = handIn("C1");
		assertThat(this.reviews.verdict(this.exercise, after.toString())).isEmpty();
		assertThat(standing()).isEqualTo(new Waiting(DAY.plusDays(6), true));
	}

	@Test
	void isAboutTheCheckThatWasFailedMostOften() {
		handIn("C2");
		handIn("C1", "C2");
		handIn();
		begin(DAY.plusDays(3));
		assertThat(standing()).isEqualTo(new UnderWay(DAY.plusDays(3), Language.PYTHON, check("C2")));
	}

	@Test
	void isInTheLanguageThatWasPassedLast() {
		handIn();
		grade(this.learner.handIn(places(), Language.NODE, 0L));
		this.learner.goTo(DAY.plusDays(3));
		assertThat(standing()).isEqualTo(new Due(DAY.plusDays(3), Language.NODE));
	}

	@Test
	void saysInAnOldReportWhatFollowedThen() {
		handIn();
		SubmissionId first = reviewOn(DAY.plusDays(3));
		reviewOn(DAY.plusDays(13), "C1");
		assertThat(this.reviews.verdict(this.exercise, first.toString()))
			.hasValue(new ReviewVerdict("Charges once", ReviewVerdict.Outcome.PASSED, DAY.plusDays(13)));
	}

	@Test
	void showsAnOutcomeThatCannotBeStoredAndStoresItLater() {
		handIn();
		willThrow(new DataAccessResourceFailureException("The disk is full")).given(this.table).decide(any());
		SubmissionId id = reviewOn(DAY.plusDays(3));
		assertThat(standing()).isEqualTo(new Waiting(DAY.plusDays(13), false));
		assertThat(this.reviews.verdict(this.exercise, id.toString())).isPresent();
		assertThat(rows("decided_review")).isZero();
		willCallRealMethod().given(this.table).decide(any());
		assertThat(standing()).isEqualTo(new Waiting(DAY.plusDays(13), false));
		assertThat(rows("decided_review")).isOne();
		assertThat(rows("begun_review")).isZero();
	}

	@Test
	void handsEverythingOutAndDeletesIt() {
		assertThat(exported()).isEmpty();
		handIn();
		SubmissionId id = reviewOn(DAY.plusDays(3));
		assertThat(standing()).isInstanceOf(Waiting.class);
		begin(DAY.plusDays(13));
		assertThat(exported().get("reviews.json")).contains("\"what\" : \"passed\"", "\"what\" : \"begun\"",
				"\"attempt\" : \"" + id + "\"", "\"check\" : \"C1\"", "\"exercise\" : \"charge-once\"");
		this.desk.postpone(this.exercise);
		assertThat(exported().get("reviews.json")).contains("\"put off\"", "\"when\" : \"2026-12-06\"")
			.doesNotContain("begun");
		this.records.delete();
		assertThat(exported()).isEmpty();
	}

	@Test
	void canBeAQuestionOfTheLessonInsteadAnotherOneEachTime() {
		handIn();
		assertThat(this.questions.next(this.exercise)).isEmpty();
		this.learner.goTo(DAY.plusDays(3));
		Question first = this.questions.next(this.exercise).orElseThrow();
		assertThat(this.questions.decide(this.exercise, first, true)).isTrue();
		assertThat(standing()).isEqualTo(new Waiting(DAY.plusDays(13), false));
		assertThat(this.questions.comesUp(this.exercise)).hasValue(DAY.plusDays(13));
		assertThat(this.questions.next(this.exercise)).isEmpty();
		assertThat(this.questions.decide(this.exercise, first, false)).isFalse();
		this.learner.goTo(DAY.plusDays(13));
		Question second = this.questions.next(this.exercise).orElseThrow();
		assertThat(second).isNotEqualTo(first);
		assertThat(this.questions.decide(this.exercise, first, true)).isFalse();
		assertThat(this.questions.decide(this.exercise, second, false)).isTrue();
		assertThat(standing()).isEqualTo(new Waiting(DAY.plusDays(16), false));
		this.learner.goTo(DAY.plusDays(16));
		assertThat(this.questions.next(this.exercise)).hasValue(first);
	}

	@Test
	void countsAnAnswerOnceThatIsSentTwiceAtTheSameMoment() {
		handIn();
		this.learner.goTo(DAY.plusDays(3));
		Question question = this.questions.next(this.exercise).orElseThrow();
		assertThat(this.questions.decide(this.exercise, question, true)).isTrue();
		// The second request has looked before the first one wrote.
		willReturn(List.of()).given(this.table).answered(this.exercise.slug());
		assertThat(this.questions.decide(this.exercise, question, true)).isFalse();
		willCallRealMethod().given(this.table).answered(this.exercise.slug());
		assertThat(standing()).isEqualTo(new Waiting(DAY.plusDays(13), false));
	}

	@Test
	void anAnswerEndsAReviewThatWasBegunFromTheStarter() {
		handIn();
		begin(DAY.plusDays(3));
		Question question = this.questions.next(this.exercise).orElseThrow();
		this.questions.decide(this.exercise, question, true);
		assertThat(standing()).isEqualTo(new Waiting(DAY.plusDays(13), false));
		SubmissionId later = handIn("C1");
		assertThat(this.reviews.verdict(this.exercise, later.toString())).isEmpty();
		assertThat(exported().get("reviews.json")).contains("\"what\" : \"answered right\"",
				"\"question\" : \"" + question.id() + "\"");
		this.records.delete();
		assertThat(exported()).isEmpty();
	}

	private ReviewStanding standing() {
		return this.reviews.standing(this.exercise);
	}

	private SubmissionId reviewOn(LocalDate day, String... failing) {
		begin(day);
		return handIn(failing);
	}

	private void begin(LocalDate day) {
		this.learner.goTo(day);
		assertThat(this.desk.begin(this.exercise)).isPresent();
	}

	private SubmissionId handIn(String... failing) {
		return handIn(Learner.report(this.exercise, failing));
	}

	private SubmissionId handIn(GradeReport report) {
		long revision = this.drafts.find(this.exercise.slug(), Language.PYTHON).map(Draft::revision).orElse(0L);
		SubmissionId id = this.learner.handIn(places(), Language.PYTHON, revision);
		this.learner.graded(id, report);
		return id;
	}

	private void grade(SubmissionId id) {
		this.learner.graded(id, Learner.report(this.exercise));
	}

	private Draft draft() {
		return this.drafts.find(this.exercise.slug(), Language.PYTHON).orElseThrow();
	}

	private Places places() {
		return new Places(this.exercise, this.submissions, this.drafts);
	}

	private CheckDefinition check(String id) {
		return this.exercise.checks().stream().filter((check) -> check.id().equals(id)).findFirst().orElseThrow();
	}

	private int rows(String name) {
		return this.jdbc.sql("select count(*) from " + name).query(Integer.class).single();
	}

	private Map<String, String> exported() {
		Map<String, String> files = new TreeMap<>();
		this.records.export((path, content) -> files.put(path, new String(content, StandardCharsets.UTF_8)));
		return files;
	}

	private static Exercise exercise(boolean graded) {
		Exercise known = SubmissionFixtures.exercise();
		List<CheckDefinition> checks = known.checks()
			.stream()
			.map((check) -> new CheckDefinition(check.id(), check.title(), check.points(), check.gate(),
					check.visibility(), check.hints(), true))
			.toList();
		return new Exercise(known.slug(), known.id(), known.version(), known.title(), known.lesson(), known.level(),
				known.minutes(), graded, known.prerequisites(), known.kind(), known.handlers(), known.template(),
				known.services(), checks, known.directory());
	}

	/** It carries no stereotype, so that other tests do not find it. */
	@EnableAutoConfiguration
	@ComponentScan(basePackages = { "academy.coldstart.submission", "academy.coldstart.review" },
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*|.*\\.web\\..*"))
	static class StoredReviews {

		@Bean
		Learner learner() {
			return new Learner();
		}

		@Bean
		Gradings gradings(Learner learner) {
			return learner.gradings();
		}

		@Bean
		Course course() {
			return new SampleCourse();
		}

		@Bean
		Clock clock(Learner learner) {
			Clock clock = Mockito.mock(Clock.class);
			given(clock.instant()).willAnswer((call) -> learner.now());
			given(clock.getZone()).willReturn(ZoneOffset.UTC);
			return clock;
		}

	}

}
