package academy.coldstart.search.web;

import java.util.List;

import academy.coldstart.search.CourseIndex;
import academy.coldstart.search.Hit;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

@WebMvcTest(SearchController.class)
@AutoConfigureMockMvc(addFilters = false)
class SearchControllerTests {

	@MockitoBean
	private CourseIndex index;

	@Autowired
	private MockMvcTester mvc;

	@Test
	void showsPassagesWithMarksAndTheirHeadings() {
		given(this.index.search("claim")).willReturn(List.of(new Hit("Lesson", "Idempotency", "Claims <now>",
				"/lessons/idempotency#claims", List.of(new Hit.Part("A ", false), new Hit.Part("claim", true)))));
		assertThat(this.mvc.get().uri("/search").param("q", " claim ")).hasStatusOk()
			.bodyText()
			.contains("One passage was found.", "href=\"/lessons/idempotency#claims\"", "Claims &lt;now&gt;",
					"Lesson: Idempotency", "A <mark>claim</mark>", "value=\"claim\"");
	}

	@Test
	void saysWhatToDoWhenNothingIsFound() {
		given(this.index.search("claym")).willReturn(List.of());
		assertThat(this.mvc.get().uri("/search").param("q", "claym")).hasStatusOk()
			.bodyText()
			.contains("Nothing was found.", "Use fewer words");
	}

	@Test
	void saysWhatToTypeWhenNothingIsAsked() {
		assertThat(this.mvc.get().uri("/search")).hasStatusOk().bodyText().contains("Type a word or two");
	}

}
