package academy.coldstart.site;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

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

/**
 * Reading: questions inside lessons, and what is found by its words.
 */
@BrowserTest
class ReadingBrowserIntegrationTests {

	private static final String LESSON = "/lessons/idempotency";

	private static SampleSite site;

	private static Chromium chromium;

	@BeforeAll
	static void start(SampleSite started, Chromium opened) {
		site = started;
		chromium = opened;
	}

	@ParameterizedTest
	@EnumSource(Look.class)
	void answersQuestionsOfEveryKind(Look look) {
		Page page = chromium.open(look, site.address());
		answer(page, look, 1, (question) -> question.getByLabel("Nothing: the claim is gone").check(), "Not this one.");
		answer(page, look, 2, (question) -> {
			question.getByLabel("The tenant").check();
			question.getByLabel("The order").check();
		}, "Right.");
		answer(page, look, 3, (question) -> question.getByRole(AriaRole.SPINBUTTON).fill("3"), "Right.");
		answer(page, look, 5, (question) -> question.getByLabel("if not find(order):").check(), "Right.");
		answer(page, look, 6, (question) -> question.getByRole(AriaRole.SPINBUTTON).fill("7"), "Not this one.");
		look(page, look, "answered");
	}

	// The rules of accessibility are asked by a script.
	private static void look(Page page, Look look, String state) {
		if (look != Look.NO_SCRIPTS) {
			Chromium.assertAccessible(page);
			Chromium.assertReflows(page);
			Chromium.assertTargetsAreLarge(page);
		}
		Chromium.picture(page, look, state);
	}

	private static void answer(Page page, Look look, int number, Consumer<Locator> choice, String verdict) {
		if (number == 1 || look == Look.NO_SCRIPTS) {
			page.navigate(LESSON);
		}
		Locator question = page.locator("#question-" + number);
		choice.accept(question);
		question.getByText("Check", new Locator.GetByTextOptions().setExact(true)).click();
		expect(question.locator(".verdict")).hasText(verdict);
		expect(question.locator(".reply-others")).isVisible();
		assertThat(page.url().contains("/questions/")).isEqualTo(look == Look.NO_SCRIPTS);
	}

	@Test
	void putsStepsIntoOrderByKeyboard() {
		Page page = chromium.open(Look.LIGHT, site.address());
		page.navigate(LESSON);
		Locator question = page.locator("#question-4");
		for (int place = 0; place < 3; place++) {
			for (int moves = 0; moves < 3; moves++) {
				Locator up = question.locator("button[value='" + place + "-up']");
				int before = places(question).indexOf(Integer.toString(place));
				if (before <= place) {
					break;
				}
				up.press("Enter");
				expect(question.locator("li").nth(before - 1).locator("input")).hasValue(Integer.toString(place));
				assertThat(page.evaluate("document.activeElement.value")).asString().startsWith(place + "-");
			}
		}
		question.getByText("Check", new Locator.GetByTextOptions().setExact(true)).press("Enter");
		expect(question.locator(".verdict")).hasText("Right.");
		expect(question.getByRole(AriaRole.STATUS)).containsText("Before any effect.");
	}

	private static List<String> places(Locator question) {
		return question.locator("input[name=order]").all().stream().map(Locator::inputValue).toList();
	}

	@Test
	void asksAgainWithoutWhatWasChosen() {
		Page page = chromium.open(Look.LIGHT, site.address());
		page.navigate(LESSON);
		Locator question = page.locator("#question-1");
		question.getByText("Check", new Locator.GetByTextOptions().setExact(true)).click();
		expect(question.getByRole(AriaRole.STATUS)).hasText("Choose an answer first.");
		question.getByLabel("Nothing: the claim is gone").check();
		question.getByText("Check", new Locator.GetByTextOptions().setExact(true)).click();
		question.getByText("Try again").click();
		expect(question.getByLabel("Nothing: the claim is gone")).not().isChecked();
		expect(question.getByLabel("Nothing: the claim is gone")).isFocused();
		expect(question.getByRole(AriaRole.STATUS)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(value = Look.class, mode = EnumSource.Mode.EXCLUDE, names = "NO_SCRIPTS")
	void findsWhileOneTypes(Look look) {
		Page page = chromium.open(look, site.address());
		page.navigate("/");
		Locator field = page.getByRole(AriaRole.COMBOBOX);
		field.pressSequentially("claims progr");
		Locator options = page.getByRole(AriaRole.OPTION);
		expect(options.first()).containsText("Claims in progress");
		expect(field).hasAttribute("aria-expanded", "true");
		page.keyboard().press("ArrowDown");
		expect(field).hasAttribute("aria-activedescendant", "search-hit-0");
		Chromium.assertAccessible(page);
		Chromium.assertReflows(page);
		Chromium.picture(page, look, "searching");
		page.keyboard().press("Escape");
		expect(options).hasCount(0);
		field.press("ArrowDown");
		field.pressSequentially("e");
		expect(options.first()).containsText("Claims in progress");
		page.keyboard().press("ArrowDown");
		page.keyboard().press("Enter");
		PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile("/lessons/.*#in-progress$"));
	}

	@ParameterizedTest
	@EnumSource(Look.class)
	void findsOnAPageOfItsOwn(Look look) {
		Page page = chromium.open(look, site.address());
		page.navigate("/");
		page.locator(".top .search input").fill("claims");
		page.locator(".top .search input").press("Enter");
		expect(page.locator("h1")).hasText("Search");
		expect(page.locator(".hits a").first()).hasText("Claims in progress");
		look(page, look, "found");
		page.navigate("/search?q=zebra");
		expect(page.locator("main")).containsText("Nothing was found.");
	}

	private static LocatorAssertions expect(Locator locator) {
		return PlaywrightAssertions.assertThat(locator);
	}

}
