package academy.coldstart.review.web;

import java.util.Optional;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.review.ReviewDesk;
import academy.coldstart.site.SampleCourse;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

@WebMvcTest(ReviewController.class)
@AutoConfigureMockMvc(addFilters = false)
class ReviewControllerTests {

	private final Exercise exercise = new SampleCourse().exercise(SampleCourse.CHARGE_ONCE).orElseThrow();

	@MockitoBean
	private ReviewDesk desk;

	@Autowired
	private MockMvcTester mvc;

	@Test
	void leadsToTheStarterInTheLanguageOfTheReview() {
		given(this.desk.begin(this.exercise)).willReturn(Optional.of(Language.NODE));
		assertThat(this.mvc.post().uri("/exercises/charge-once/review")).hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/exercises/charge-once?language=node");
	}

	@Test
	void leadsToTheExerciseWhereNothingIsDueAnyMore() {
		given(this.desk.begin(this.exercise)).willReturn(Optional.empty());
		assertThat(this.mvc.post().uri("/exercises/charge-once/review")).hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/exercises/charge-once");
	}

	@Test
	void putsOffAndLeadsHome() {
		assertThat(this.mvc.post().uri("/exercises/charge-once/review/postpone")).hasStatus(HttpStatus.SEE_OTHER)
			.hasRedirectedUrl("/");
		then(this.desk).should().postpone(this.exercise);
	}

	@Test
	void knowsNoOtherExercises() {
		for (String address : new String[] { "/exercises/nothing/review", "/exercises/NO!/review/postpone" }) {
			assertThat(this.mvc.post().uri(address)).hasStatus(HttpStatus.NOT_FOUND);
		}
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class DoublesConfiguration {

		@Bean
		Course course() {
			return new SampleCourse();
		}

	}

}
