package academy.coldstart.course.web;

import academy.coldstart.course.Course;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.site.SampleCourse;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@WebMvcTest(LessonController.class)
@AutoConfigureMockMvc(addFilters = false)
class LessonControllerTests {

	@MockitoBean
	private LearnerProgress progress;

	@Autowired
	private MockMvcTester mvc;

	@Test
	void showsTextContentsTimeAndExercises() {
		assertThat(this.mvc.get().uri("/lessons/idempotency")).hasStatusOk()
			.bodyText()
			.contains("<h1>Idempotency</h1>", "14 minutes to read", "href=\"#at-least-once\"", "id=\"at-least-once\"",
					"href=\"/exercises/charge-once\"");
	}

	@Test
	void leadsToNeighborsAtBothEnds() {
		String html = assertThat(this.mvc.get().uri("/lessons/idempotency")).bodyText().actual();
		assertThat(html.split("href=\"/lessons/what-a-function-is\"", -1)).hasSize(3);
		assertThat(html.split("href=\"/lessons/decoupling\"", -1)).hasSize(3);
	}

	@Test
	void hasNoNextAfterTheLast() {
		assertThat(this.mvc.get().uri("/lessons/decoupling")).bodyText()
			.contains("Previous lesson")
			.doesNotContain("Next lesson");
	}

	@Test
	void saysWhichLessonDoesNotExist() {
		assertThat(this.mvc.get().uri("/lessons/nothing").accept(MediaType.TEXT_HTML)).hasStatus(HttpStatus.NOT_FOUND)
			.bodyText()
			.contains("There is no lesson named nothing.", "Back to the course map");
	}

	@Test
	void answersProgramsWithProblemDocuments() {
		assertThat(this.mvc.get().uri("/lessons/Not_A_Slug").accept(MediaType.APPLICATION_JSON))
			.hasStatus(HttpStatus.NOT_FOUND)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class CourseConfiguration {

		@Bean
		Course course() {
			return new SampleCourse();
		}

	}

}
