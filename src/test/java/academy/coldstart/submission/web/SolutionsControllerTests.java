package academy.coldstart.submission.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import academy.coldstart.course.Attempt;
import academy.coldstart.course.Attempt.Standing;
import academy.coldstart.course.Course;
import academy.coldstart.course.Language;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.site.SampleCourse;
import academy.coldstart.submission.Submission;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.submission.Submissions;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

@WebMvcTest(SolutionsController.class)
@AutoConfigureMockMvc(addFilters = false)
@Import({ SolutionsPages.class, Exercises.class })
class SolutionsControllerTests {

	private static final String ADDRESS = "/exercises/charge-once/solutions";

	@MockitoBean
	private Submissions submissions;

	@MockitoBean
	private LearnerProgress progress;

	@Autowired
	private MockMvcTester mvc;

	@Test
	void staysClosedUntilSomethingWasTried() {
		assertThat(page(ADDRESS)).contains("open when the exercise is passed", "There is no graded attempt yet.")
			.doesNotContain("Conditional put", "Show the solutions now");
		attempts(Standing.NOT_PASSED, Standing.NOT_GRADED, Standing.UNDER_WAY);
		assertThat(page(ADDRESS + "?reveal=true")).contains("There is one so far.").doesNotContain("Conditional put");
	}

	@Test
	void opensOnRequestAfterTwoAttempts() {
		attempts(Standing.NOT_PASSED, Standing.NOT_PASSED);
		assertThat(page(ADDRESS)).contains("Show the solutions now", "reveal=true").doesNotContain("Conditional put");
		assertThat(page(ADDRESS + "?reveal=true")).contains("Conditional put", "The condition lets one writer pass.");
	}

	@Test
	void comparesWithWhatWasSentLast() {
		attempts(Standing.PASSED);
		handIn(SampleCourse.STARTER.replace("import os\n", "import os\nimport sys\n"));
		assertThat(page(ADDRESS)).contains("Compared with what you sent last", "data-kind=\"OWN\"", "import sys</span>",
				"data-kind=\"SOLUTION\"", "orders.claim(Key=");
	}

	@Test
	void comparesWithTheStarterWhereNothingWasSent() {
		attempts(Standing.PASSED);
		assertThat(page(ADDRESS)).contains("Compared with the starter", "orders.claim(Key=");
	}

	@Test
	void showsCodeOfLearnersAsText() {
		attempts(Standing.PASSED);
		handIn("<script>alert(1)</script>\n");
		assertThat(page(ADDRESS)).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
	}

	@Test
	void knowsOnlyExercisesAndTheirLanguages() {
		for (String address : List.of("/exercises/none/solutions", ADDRESS + "?language=cobol")) {
			assertThat(this.mvc.get().uri(address).accept(MediaType.TEXT_HTML)).hasStatus(HttpStatus.NOT_FOUND);
		}
	}

	private void attempts(Standing... standings) {
		given(this.progress.attempts(SampleCourse.CHARGE_ONCE)).willReturn(Arrays.stream(standings)
			.map((standing) -> new Attempt("id", "python", Instant.EPOCH, standing, null))
			.toList());
	}

	private void handIn(String text) {
		SourceFiles files = SampleCourse.files("handler.py", text);
		given(this.submissions.latest(SampleCourse.CHARGE_ONCE, Language.PYTHON))
			.willReturn(Optional.of(new Submission(SubmissionId.create(), SampleCourse.CHARGE_ONCE, Language.PYTHON,
					files, "hash", Instant.EPOCH)));
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

	}

}
