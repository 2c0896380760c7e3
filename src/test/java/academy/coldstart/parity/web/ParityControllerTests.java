package academy.coldstart.parity.web;

import java.util.List;

import academy.coldstart.parity.ParityRegister;
import academy.coldstart.ui.GradingReadiness;
import academy.coldstart.ui.Readiness;
import academy.coldstart.ui.Readiness.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

@WebMvcTest(ParityController.class)
@AutoConfigureMockMvc(addFilters = false)
class ParityControllerTests {

	@MockitoBean
	private GradingReadiness readiness;

	@Autowired
	private MockMvcTester mvc;

	@Test
	void showsEveryBehaviorWithItsSource() throws Exception {
		String page = page();

		assertThat(ParityRegister.load().behaviors()).allSatisfy((behavior) -> assertThat(page)
			.contains("id=\"" + behavior.id() + "\"", "href=\"" + behavior.source().address() + "\""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "href=\"#sqs-scaling\"", "MaximumConcurrency", "LocalStack 4.14.0",
			"<code>AsynchronousEventsIntegrationTests</code>", "href=\"/parity\"" })
	void saysWhatDiffersAndWhatShowsTheRest(String text) throws Exception {
		assertThat(page()).contains(text);
	}

	private String page() throws Exception {
		given(this.readiness.now()).willReturn(new Readiness(Level.READY, "Grading is ready", "Ready.", List.of()));
		return this.mvc.get().uri("/parity").exchange().getResponse().getContentAsString();
	}

}
