package academy.coldstart.course.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import academy.coldstart.course.Attempt;
import academy.coldstart.course.Attempt.Standing;
import academy.coldstart.course.Course;
import academy.coldstart.course.CourseMap;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.course.ReviewStanding;
import academy.coldstart.course.Reviews;
import academy.coldstart.course.Slug;
import academy.coldstart.site.SampleCourse;
import academy.coldstart.ui.GradingReadiness;
import academy.coldstart.ui.Readiness;
import academy.coldstart.ui.Readiness.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

@WebMvcTest(HomeController.class)
@AutoConfigureMockMvc(addFilters = false)
class HomeControllerTests {

	@MockitoBean
	private Course course;

	@MockitoBean
	private LearnerProgress progress;

	@MockitoBean
	private Reviews reviews;

	@MockitoBean
	private GradingReadiness readiness;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void prepare() {
		given(this.course.map()).willReturn(new SampleCourse().map());
		given(this.readiness.now()).willReturn(new Readiness(Level.READY, "Grading is ready", "Ready.", List.of()));
	}

	@Test
	void listsModulesLessonsAndExercisesWithTimeAndState() {
		assertThat(home()).contains("State and duplicates", "Idempotency", "14 minutes to read", "Paid twice",
				"about 35 minutes", "Not started", "0 of 2 exercises passed");
	}

	@Test
	void offersTheFirstLessonToBeginners() {
		assertThat(home()).contains("Start here", "href=\"/lessons/what-a-function-is\"");
	}

	@Test
	void offersToContinueWhatWasTried() {
		attempts(SampleCourse.CHARGE_ONCE, Standing.NOT_PASSED, Standing.NOT_GRADED);
		assertThat(home()).contains("Continue", "class=\"button primary\" href=\"/exercises/charge-once\"", "Tried");
	}

	@Test
	void keepsPassedExercisesPassedAfterLaterAttempts() {
		attempts(SampleCourse.FIRST_RUN, Standing.NOT_PASSED, Standing.PASSED);
		assertThat(home()).contains("1 of 2 exercises passed",
				"class=\"button primary\" href=\"/lessons/idempotency\"");
	}

	@Test
	void saysWhereOneStandsInEachModule() {
		assertThat(home()).doesNotContain("Started", "Done").contains("0 of 2 modules done", "href=\"#m2\"");
		attempts(SampleCourse.FIRST_RUN, Standing.PASSED);
		assertThat(home()).contains("Done", "1 of 2 modules done", "Its exercise is passed").doesNotContain("Started");
		attempts(SampleCourse.CHARGE_ONCE, Standing.NOT_PASSED);
		assertThat(home()).contains("Started", "0 of 2 modules done").doesNotContain("Done");
	}

	@Test
	void countsAnExerciseOfTwoLessonsOnce() {
		CourseMap map = new SampleCourse().map();
		CourseMap.Module module = map.modules().getLast();
		CourseMap.Entry entry = module.entries().getFirst();
		given(this.course.map()).willReturn(new CourseMap(map.title(),
				List.of(new CourseMap.Module("M2", "Twice", "The same.", List.of(entry, entry)))));
		attempts(SampleCourse.CHARGE_ONCE, Standing.PASSED);
		assertThat(home()).contains("1 of 1 exercises passed", "about 63 minutes");
	}

	@Test
	void doesNotCountFaultsOfThePlatform() {
		attempts(SampleCourse.CHARGE_ONCE, Standing.NOT_GRADED);
		assertThat(home()).doesNotContain("Tried");
	}

	@Test
	void listsWhatIsToBeReviewedTheLongestDueFirst() {
		assertThat(home()).doesNotContain("To review");
		given(this.course.exercises()).willReturn(new SampleCourse().exercises());
		given(this.reviews.standing(any())).willAnswer((call) -> standing(call.getArgument(0)));
		assertThat(home())
			.containsSubsequence("To review", "Given code", "in review since", "24 Nov 2026",
					"href=\"/exercises/given-code?language=python\"", "Go on in Python", "Paid twice", "due since",
					"25 Nov 2026", "action=\"/exercises/charge-once/review\"", "Review in Node.js",
					"action=\"/exercises/charge-once/review/postpone\"", "Not now")
			.doesNotContain("action=\"/exercises/given-code/review\"", "exercises/first-run/review");
	}

	@Test
	void saysWhatIsMissingForGrading() {
		given(this.readiness.now()).willReturn(new Readiness(Level.UNAVAILABLE, "Grading is not available",
				"Python 3.12 or newer was not found.", List.of("Install Python 3.12.", "Restart Coldstart.")));
		assertThat(home()).contains("Grading is not available", "Python 3.12 or newer was not found.",
				"Install Python 3.12.", "Lessons can be read already.");
	}

	private static ReviewStanding standing(Exercise exercise) {
		LocalDate day = LocalDate.of(2026, 11, 24);
		if (exercise.slug().equals(SampleCourse.GIVEN_CODE)) {
			return new ReviewStanding.UnderWay(day, Language.PYTHON, exercise.checks().getFirst());
		}
		return exercise.slug().equals(SampleCourse.CHARGE_ONCE) ? new ReviewStanding.Due(day.plusDays(1), Language.NODE)
				: new ReviewStanding.Waiting(day, true);
	}

	private String home() {
		return assertThat(this.mvc.get().uri("/")).hasStatusOk().bodyText().actual();
	}

	private void attempts(Slug exercise, Standing... standings) {
		given(this.progress.attempts(any())).willReturn(List.of());
		given(this.progress.attempts(exercise)).willReturn(List.of(standings)
			.stream()
			.map((standing) -> new Attempt("1", "python", Instant.EPOCH, standing, null))
			.toList());
	}

}
