package academy.coldstart.site;

import java.util.regex.Pattern;

import academy.coldstart.site.Chromium.Look;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Trying code on the exercise page.
 */
@BrowserTest
class TryBrowserIntegrationTests {

	private static final String EXERCISE = "/exercises/charge-once?starter=true";

	private static Chromium chromium;

	private static SampleSite site;

	@BeforeAll
	static void start(SampleSite started, Chromium opened) {
		site = started;
		chromium = opened;
	}

	@Test
	void showsWhatHappenedWithoutLeavingThePage() {
		Page page = open(Look.LIGHT);
		new Workspace(page).ready().type("handler.py", "def handler(event, context):\n    return 1\n");
		button(page).click();
		expect(headline(page)).hasText(Pattern.compile("It returned after 27 ms, in a (new|warm) environment\\."));
		expect(page.locator("#announcements")).hasText(Pattern.compile("It returned after .*"));
		expect(button(page)).isFocused();
		expect(button(page)).hasText("Try");
		expect(page.locator(".try-result")).containsText("\"batchItemFailures\"");
		expect(page.locator(".try-result .tl-figure svg.tl")).isVisible();
		expect(page.locator(".try-result")).not().containsText("points");
		new Workspace(page).expect("handler.py", "def handler(event, context):\n    return 1\n");
		button(page).click();
		expect(headline(page)).hasText("It returned after 27 ms, in a warm environment.");
		expect(page.locator(".try")).containsText("Tables keep what earlier tries wrote.");
		page.getByText("Start afresh").click();
		expect(page.locator(".try")).not().containsText("Tables keep what earlier tries wrote.");
		expect(page.locator("#try-event")).isFocused();
	}

	@Test
	void goesFromAnErrorToItsLine() {
		Page page = open(Look.LIGHT);
		new Workspace(page).ready();
		page.locator(".try > summary").click();
		page.locator("#try-choice").focus();
		page.locator("#try-choice").selectOption("An order without its id");
		expect(page.locator("#try-event")).hasValue("{\n  \"amount\" : 1999\n}");
		expect(page.locator("#try-choice")).isFocused();
		button(page).click();
		expect(headline(page)).hasText(Pattern.compile("It failed with KeyError after .*"));
		expect(page.locator(".try-place")).containsText("handler.py line 11: for record in event[\"Records\"]:");
		page.getByText("Go there").click();
		expect(new Workspace(page).editor("handler.py")).isFocused();
		expect(page.locator(".cm-activeLine")).hasText("    for record in event[\"Records\"]:");
	}

	@Test
	void worksByKeysAlone() {
		Page page = open(Look.LIGHT);
		Workspace workspace = new Workspace(page).ready();
		workspace.type("handler.py", "x = 1\n");
		page.keyboard().press("ControlOrMeta+Shift+Enter");
		expect(headline(page)).hasText(Pattern.compile("It returned after .*"));
		expect(workspace.editor("handler.py")).isFocused();
		workspace.expect("handler.py", "x = 1\n");
		page.locator("#try-event").focus();
		page.keyboard().press("ControlOrMeta+A");
		page.keyboard().insertText("{\"amount\": 1}");
		page.keyboard().press("ControlOrMeta+Shift+Enter");
		expect(headline(page)).hasText(Pattern.compile("It failed with KeyError .*"));
		expect(page.locator("#try-event")).isFocused();
		page.keyboard().press("Tab");
		page.keyboard().press("Escape");
		page.locator("main h1").click();
		page.keyboard().press("?");
		expect(page.getByText("Try the code with an event")).isVisible();
	}

	@Test
	void saysWhereAnEventIsNotJsonAndLosesNothing() {
		Page page = open(Look.LIGHT);
		new Workspace(page).ready();
		page.locator(".try > summary").click();
		page.locator("#try-event").fill("{\n  \"orderId\": \"o-1\",\n}");
		button(page).click();
		expect(page.locator("#try-problem"))
			.hasText(Pattern.compile("The event is not JSON\\. Line 3, column \\d+: .*"));
		expect(page.locator("#try-event")).hasAttribute("aria-describedby", "try-problem");
		expect(page.locator("#try-event")).hasValue("{\n  \"orderId\": \"o-1\",\n}");
		Chromium.assertAccessible(page);
		page.locator("#try-event").fill("{\"orderId\": \"o-1\"}");
		button(page).click();
		expect(page.locator("#try-problem")).hasCount(0);
		expect(headline(page)).isVisible();
		chromium.forgive("422");
	}

	@Test
	void callsFaultsOfThePlatformItsOwn() {
		Page page = open(Look.LIGHT);
		new Workspace(page).ready();
		page.locator(".try > summary").click();
		page.locator("#try-event").fill("{\"engine\": 1}");
		button(page).click();
		expect(headline(page)).hasText("Coldstart failed, not your code.");
		chromium.forgive("503");
	}

	@ParameterizedTest
	@EnumSource(Look.class)
	void looksGoodEverywhere(Look look) {
		Page page = open(look);
		boolean scripts = look != Look.NO_SCRIPTS;
		if (scripts) {
			new Workspace(page).ready();
		}
		Chromium.picture(page, look, "try-before");
		button(page).click();
		expect(headline(page)).hasText(Pattern.compile("It returned after .*"));
		Chromium.picture(page, look, "try-returned");
		assertSound(page, scripts);
		page.locator("#try-choice").selectOption("An order without its id");
		if (!scripts) {
			page.locator("[data-try-choose]").press("Enter");
		}
		expect(page.locator("#try-event")).hasValue("{\n  \"amount\" : 1999\n}");
		button(page).click();
		expect(headline(page)).hasText(Pattern.compile("It failed with KeyError .*"));
		Chromium.picture(page, look, "try-failed");
		assertSound(page, scripts);
	}

	// Without scripts nobody can ask the page.
	private static void assertSound(Page page, boolean scripts) {
		if (scripts) {
			Chromium.assertReflows(page);
			Chromium.assertTargetsAreLarge(page);
			Chromium.assertAccessible(page);
		}
	}

	private static Page open(Look look) {
		Page page = chromium.open(look, site.address());
		page.navigate(site.address() + EXERCISE);
		return page;
	}

	private static Locator button(Page page) {
		return page.locator("[data-try-run]");
	}

	private static Locator headline(Page page) {
		return page.locator(".try-headline");
	}

	private static LocatorAssertions expect(Locator locator) {
		return PlaywrightAssertions.assertThat(locator);
	}

}
