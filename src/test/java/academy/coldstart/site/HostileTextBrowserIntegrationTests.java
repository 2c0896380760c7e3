package academy.coldstart.site;

import java.util.List;

import academy.coldstart.site.Chromium.Look;
import academy.coldstart.submission.SubmissionId;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hostile texts in a real browser: none of them runs, and none is even stopped by the
 * content security policy, because none gets so far.
 */
@EnabledIf(value = "academy.coldstart.site.Chromium#isInstalled",
		disabledReason = "Chromium is missing: install the package chromium, or name it with -Dchromium=PATH")
class HostileTextBrowserIntegrationTests {

	private static SampleSite site;

	private static Chromium chromium;

	private Page page;

	@BeforeAll
	static void start() {
		site = new SampleSite();
		chromium = new Chromium();
	}

	@AfterAll
	static void stop() {
		chromium.close();
		site.close();
	}

	@BeforeEach
	void open() {
		chromium.reset();
		this.page = chromium.open(Look.LIGHT, site.address());
		this.page.addInitScript("""
				window.events = [];
				window.hurt = () => { window.events.push("ran"); };
				window.alert = window.hurt;
				document.addEventListener("securitypolicyviolation",
					(event) => window.events.push("violation of " + event.violatedDirective));""");
	}

	@Test
	void noticesWhenAPageIsHurt() {
		this.page.navigate("/");
		this.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=hurt()>')");
		this.page.waitForFunction("window.events.length > 0");
		assertThat(events()).contains("violation of script-src-attr").doesNotContain("ran");
		assertThat(chromium.complaints()).isNotEmpty();
	}

	@Test
	void runsNothingInAReport() {
		SubmissionId id = site.submit(HostileTexts.all());
		this.page.navigate("/submissions/" + id);
		assertUnhurt();
		this.page.navigate("/exercises/charge-once");
		new Workspace(this.page).ready();
		assertUnhurt();
	}

	@Test
	void runsNothingWhileAGradingIsFollowed() {
		SubmissionId id = site.submit();
		site.gradings().stage(id, "check");
		this.page.navigate("/submissions/" + id);
		site.gradings().check(id, HostileReports.result("C1", HostileTexts.joined()));
		PlaywrightAssertions.assertThat(this.page.locator("[data-check=C1]")).containsText("onerror=hurt()");
		assertUnhurt();
		site.gradings().endState(id, SampleStates.hostile(HostileReports.SEED, HostileTexts.all()));
		site.gradings()
			.finish(id, HostileReports.report(site.chargeOnce(), HostileTexts.all()),
					SampleReports.json(List.of(HostileReports.trace(HostileTexts.all()))));
		PlaywrightAssertions.assertThat(this.page.locator("#files-title")).isVisible();
		assertUnhurt();
	}

	@Test
	void runsNothingWhenWorkIsRejected() {
		this.page.navigate("/exercises/charge-once?starter=true");
		new Workspace(this.page).ready().type("handler.py", HostileTexts.joined());
		this.page.evaluate("document.querySelector('[name=path]').value = '\"><img src=x onerror=hurt()>.py'");
		this.page.getByText("Run checks").click();
		PlaywrightAssertions.assertThat(this.page.locator("#rejection"))
			.containsText("Found: \"\"><img src=x onerror=hurt()>.py\"");
		chromium.forgive("status of 422");
		assertUnhurt();
	}

	@Test
	void runsNothingOfAnAddress() {
		this.page.navigate(
				"/exercises/%22%3E%3Cimg%20src=x%20onerror=hurt()%3E?language=%3Csvg/onload=hurt()%3E#<img src=x onerror=hurt()>");
		chromium.forgive("status of 404");
		assertUnhurt();
	}

	private void assertUnhurt() {
		this.page.evaluate("document.querySelectorAll('details').forEach((details) => details.open = true)");
		this.page.evaluate("document.querySelectorAll('a, input, textarea, summary').forEach((part) => part.focus())");
		assertThat(events()).as(this.page.url()).isEmpty();
		assertThat(chromium.complaints()).isEmpty();
	}

	private List<String> events() {
		return ((List<?>) this.page.evaluate("window.events")).stream().map(String::valueOf).toList();
	}

}
