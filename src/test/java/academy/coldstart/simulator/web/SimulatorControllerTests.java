package academy.coldstart.simulator.web;

import java.net.URI;

import academy.coldstart.course.Course;
import academy.coldstart.site.SampleCourse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@WebMvcTest(SimulatorController.class)
@AutoConfigureMockMvc(addFilters = false)
@Import(SimulatorPages.class)
class SimulatorControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void listsTheSimulators() {
		assertThat(page("/simulators")).contains("href=\"/simulators/concurrency\"",
				"href=\"/simulators/retry-timeline\"", "href=\"/simulators/idempotency-race\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "concurrency", "retry-timeline", "idempotency-race" })
	void asksForAGuessBeforeItShowsAnything(String id) {
		assertThat(page("/simulators/" + id)).contains("Guess first").doesNotContain("class=\"drawing\"");
		assertThat(page("/simulators/" + id + "?guess=")).contains("class=\"drawing\"").doesNotContain("You guessed");
	}

	@Test
	void comparesTheGuessWithWhatHappens() {
		assertThat(page("/simulators/retry-timeline?guess=1")).contains("You guessed 1. It is 3.",
				"The handler is called 3 times, at 0 s, 1 min 3 s, 3 min 6 s.");
		assertThat(page("/simulators/retry-timeline?guess=3")).contains("You guessed 3, and so it is.");
	}

	@Test
	void showsTheStateOfAnAddress() {
		assertThat(page("/simulators/retry-timeline?source=sqs&receives=5")).contains("dead-letter queue",
				"The handler is called 5 times", "name=\"receives\" value=\"5\"");
		assertThat(page("/simulators/retry-timeline?source=sqs&receives=5&predict=1")).contains("Guess first",
				"name=\"receives\" value=\"5\"");
	}

	@Test
	void hidesWhatDoesNothing() {
		assertThat(page("/simulators/retry-timeline?source=sync"))
			.containsPattern("data-field=\"visibility\" hidden=\"hidden\"")
			.doesNotContainPattern("data-field=\"tries\" hidden");
	}

	@Test
	void drawsAllShapesOfTheFigure() {
		String html = page("/simulators/idempotency-race?guard=claim");
		assertThat(html.split("<g class=\"tone-", -1).length - 1).isEqualTo(4 + 3 + 1);
	}

	@Test
	void showsNoTextOfTheAddressAsMarkup() {
		String html = page(
				"/simulators/concurrency?rate=<img src=x>&guess=<b>1</b>&arrivals=\"><script>alert(1)</script>");
		assertThat(html).doesNotContain("<img", "<b>", "<script>alert");
		assertThat(html).contains("is not a whole number", "has no such choice");
	}

	@Test
	void staysReadableWithThousandsOfEnvironments() {
		String html = page("/simulators/concurrency?rate=200&duration=10000&init=10000&burst=3000&account=5000");
		assertThat(html).contains("more</text>").hasSizeLessThan(400_000);
	}

	@Test
	void knowsNoOther() {
		assertThat(this.mvc.get().uri("/simulators/none").accept(MediaType.TEXT_HTML)).hasStatus(HttpStatus.NOT_FOUND);
	}

	private String page(String address) {
		return assertThat(this.mvc.get()
			.uri(URI.create(address.replace(" ", "%20").replace("<", "%3C").replace(">", "%3E").replace("\"", "%22"))))
			.hasStatusOk()
			.bodyText()
			.actual();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class DoublesConfiguration {

		@Bean
		Course course() {
			return new SampleCourse();
		}

	}

}
