package academy.coldstart.site;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SiteLimitsTests {

	private static final String HTML = "Accept: text/html";

	@Test
	void refusesFloodsInASentenceAndKeepsWhatWasTyped() {
		try (SampleSite site = new SampleSite("--coldstart.ui.submissions-per-minute=2",
				"--coldstart.ui.requests-per-minute=60")) {
			SampleForm form = SampleForm.of(site.address());
			for (int count = 0; count < 2; count++) {
				assertThat(form.post().status()).isEqualTo(303);
			}
			HttpExchange refused = form.post(form.parts("handler.py", "print(\"typed for an hour\")"));
			assertThat(refused.status()).isEqualTo(429);
			assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
			assertThat(refused.body()).contains("More than 2 submissions came from this address within a minute. Wait ",
					"then try again.", "print(&quot;typed for an hour&quot;)",
					"What you typed is still here, and nothing was graded.");
			assertThat(site.accepted()).isEqualTo(1);
			flood(site);
		}
	}

	private static void flood(SampleSite site) {
		HttpExchange page = HttpExchange.send(site.address(), "GET /", HTML);
		for (int count = 0; page.status() == 200 && count < 200; count++) {
			page = HttpExchange.send(site.address(), "GET /", HTML);
		}
		assertThat(page.status()).isEqualTo(429);
		assertThat(page.header("Retry-After")).matches("[0-9]+");
		assertThat(page.body()).contains("Too many requests at once", "Wait a minute, then go back and try again.");
		assertThat(HttpExchange.send(site.address(), "GET /actuator/health").status()).isEqualTo(200);
		assertThat(HttpExchange.send(site.address(), "GET /assets/manifest.json").status()).isEqualTo(200);
	}

}
