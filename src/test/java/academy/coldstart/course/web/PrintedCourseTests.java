package academy.coldstart.course.web;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import academy.coldstart.course.Course;
import academy.coldstart.project.TheCourse;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The print view of this course, with all its figures on one page.
 */
@WebMvcTest(PrintController.class)
@AutoConfigureMockMvc(addFilters = false)
class PrintedCourseTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void hasEachIdOnceAndNoReferenceToNothing() {
		String page = assertThat(this.mvc.get().uri("/course/print")).hasStatusOk().bodyText().actual();
		List<String> ids = found("\\sid=\"([^\"]*)\"", page);
		assertThat(ids).hasSizeGreaterThan(100).doesNotHaveDuplicates().anyMatch((id) -> id.contains("--run-1-"));
		assertThat(found("(?: href=\"#| aria-labelledby=\"| for=\"|url\\(#)([^\" )]*)", page)).isSubsetOf(ids);
	}

	private static List<String> found(String pattern, String page) {
		return Pattern.compile(pattern).matcher(page).results().map((MatchResult result) -> result.group(1)).toList();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class CourseConfiguration {

		@Bean
		Course course() {
			return TheCourse.read();
		}

	}

}
