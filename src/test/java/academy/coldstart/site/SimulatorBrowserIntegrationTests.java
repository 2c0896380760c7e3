package academy.coldstart.site;

import java.util.List;

import academy.coldstart.site.Chromium.Look;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class SimulatorBrowserIntegrationTests {

	private static SampleSite site;

	private static Chromium chromium;

	@BeforeAll
	static void start(SampleSite started, Chromium opened) {
		site = started;
		chromium = opened;
	}

	@Test
	void comparesAGuessAndFollowsTheSettings() {
		Page page = chromium.open(Look.LIGHT, site.address());
		page.navigate("/simulators");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Retry timeline")).click();
		page.getByLabel("How often will the handler be called").fill("2");
		page.getByText("Show what happens").click();
		expect(page.locator(".guessed")).containsText("You guessed 2. It is 3.");
		assertThat(page.getByLabel("maxReceiveCount").isVisible()).isFalse();
		page.getByLabel("The event comes").selectOption("sqs");
		expect(page.locator(".sentence")).containsText("older than the queue keeps messages");
		page.getByLabel("maxReceiveCount").fill("5");
		expect(page.locator(".sentence")).containsText("The handler is called 5 times");
		expect(page.getByRole(AriaRole.STATUS)).containsText("The handler is called 5 times");
		expect(page.getByLabel("maxReceiveCount")).isFocused();
		String address = page.url();
		assertThat(address).contains("source=sqs", "receives=5").doesNotContain("guess");
		page.navigate(address);
		expect(page.locator(".sentence")).containsText("The handler is called 5 times");
	}

	@Test
	void doesTheSameWithoutScripts() {
		Page page = chromium.open(Look.NO_SCRIPTS, site.address());
		page.navigate("/simulators/idempotency-race");
		page.getByText("Show what happens").click();
		expect(page.locator(".sentence")).containsText("The customer is charged twice.");
		page.getByLabel("The handler guards the charge by").selectOption("claim");
		page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
		expect(page.locator(".sentence")).containsText("The customer is charged once. That is so in all 20 sequences");
	}

	@Test
	void isUsableByKeyboardAlone() {
		Page page = chromium.open(Look.LIGHT, site.address());
		page.navigate("/simulators/concurrency");
		Locator guess = page.locator("#guess");
		for (int presses = 0; presses < 40
				&& !guess.evaluate("it => it === document.activeElement").equals(true); presses++) {
			page.keyboard().press("Tab");
		}
		page.keyboard().type("8");
		page.keyboard().press("Enter");
		expect(page.locator(".guessed")).isVisible();
	}

	@Test
	void drawsEveryShape() {
		Page page = chromium.open(Look.LIGHT, site.address());
		page.navigate("/simulators/concurrency?burst=60&reserved=40");
		Object[] visible = ((List<?>) page.evaluate("""
				[...document.querySelectorAll(".figure .body")].map((rect) => rect.getBoundingClientRect())
					.map((box) => box.width > 0 && box.height > 0)""")).toArray();
		assertThat(visible).isNotEmpty().containsOnly(true);
		assertThat(page.locator(".figure .tone-refused").count()).isEqualTo(1);
		Object colors = page.evaluate(
				"""
						new Set([...document.querySelectorAll(".figure .body")].map((rect) => getComputedStyle(rect).fill)).size""");
		assertThat(((Number) colors).intValue()).isEqualTo(3);
	}

	@ParameterizedTest
	@EnumSource(value = Look.class, mode = EnumSource.Mode.EXCLUDE, names = "NO_SCRIPTS")
	void isAccessible(Look look) {
		Page page = chromium.open(look, site.address());
		for (String path : List.of("/simulators", "/simulators/concurrency",
				"/simulators/concurrency?burst=60&reserved=40", "/simulators/retry-timeline?source=sqs&guess=1",
				"/simulators/idempotency-race?guard=claim&crash=2&lead=2")) {
			page.navigate(path);
			page.locator("details").all().forEach((fold) -> fold.evaluate("it => it.open = true"));
			Chromium.assertAccessible(page);
			Chromium.assertReflows(page);
			Chromium.assertTargetsAreLarge(page);
			page.locator("details").all().forEach((fold) -> fold.evaluate("it => it.open = false"));
			Chromium.picture(page, look, path.contains("?") ? "shown" : "first");
		}
	}

	private static LocatorAssertions expect(Locator locator) {
		return PlaywrightAssertions.assertThat(locator);
	}

}
