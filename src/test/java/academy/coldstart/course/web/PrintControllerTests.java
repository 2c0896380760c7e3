package academy.coldstart.course.web;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import academy.coldstart.course.Course;
import academy.coldstart.site.SampleCourse;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@WebMvcTest(PrintController.class)
@AutoConfigureMockMvc(addFilters = false)
class PrintControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void showsAllLessonsInTheirOrder() {
		assertThat(print()).containsSubsequence("href=\"#what-a-function-is\"", "href=\"#idempotency\"",
				"id=\"what-a-function-is\"", "id=\"idempotency\"", "id=\"decoupling\"");
	}

	@Test
	void keepsAnchorsOfLessonsApart() {
		List<String> ids = Pattern.compile(" id=\"([^\"]*)\"")
			.matcher(print())
			.results()
			.map((id) -> id.group(1))
			.toList();
		assertThat(ids).doesNotHaveDuplicates()
			.contains("idempotency--keys", "decoupling--keys", "idempotency--fact-1");
		assertThat(Pattern.compile(" (?:href=\"#|aria-labelledby=\")([^\" ]*)")
			.matcher(print())
			.results()
			.map((MatchResult reference) -> reference.group(1))
			.distinct()).isSubsetOf(ids);
	}

	@Test
	void keepsPatternsOfFiguresApart() {
		assertThat(UniqueAnchors.within("batches",
				"<pattern id=\"run-1-init\"></pattern><rect fill=\"url(#run-1-init)\"/><rect fill=\"none\"/>"))
			.isEqualTo("<pattern id=\"batches--run-1-init\"></pattern><rect fill=\"url(#batches--run-1-init)\"/>"
					+ "<rect fill=\"none\"/>");
	}

	private String print() {
		return assertThat(this.mvc.get().uri("/course/print")).hasStatusOk().bodyText().actual();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class CourseConfiguration {

		@Bean
		Course course() {
			return new SampleCourse();
		}

	}

}
