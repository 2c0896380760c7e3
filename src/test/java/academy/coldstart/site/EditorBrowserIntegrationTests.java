package academy.coldstart.site;

import java.util.regex.Pattern;

import academy.coldstart.site.Chromium.Look;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The editor in front of the text boxes of an exercise page.
 */
@BrowserTest
class EditorBrowserIntegrationTests {

	private static final String STARTER = "/exercises/charge-once?starter=true";

	private static SampleSite site;

	private static Chromium chromium;

	@BeforeAll
	static void start(SampleSite started, Chromium opened) {
		site = started;
		chromium = opened;
	}

	@ParameterizedTest
	@EnumSource(value = Look.class, mode = EnumSource.Mode.EXCLUDE, names = "NO_SCRIPTS")
	void keepsToThePolicyAndIsAccessibleWhileOneTypes(Look look) {
		Page page = chromium.open(look, site.address());
		Workspace workspace = open(page, STARTER);
		workspace.type("handler.py", "import json\n\ndef handler(event):\n    '''Text.'''\n    return [1, None] # why");
		page.keyboard().press("Enter");
		page.keyboard().type("return {\"a\": json.dumps(");
		page.keyboard().press("Shift+Home");
		page.keyboard().type("x");
		page.keyboard().press("Control+z");
		page.keyboard().press("Control+Space");
		page.keyboard().press("Escape");
		page.keyboard().press("Control+f");
		page.keyboard().type("handler");
		page.keyboard().press("Enter");
		expect(page.locator(".cm-search")).isVisible();
		Chromium.assertAccessible(page);
		Chromium.assertReflows(page);
		page.keyboard().press("Escape");
		expect(workspace.editor("handler.py")).isFocused();
		Chromium.assertAccessible(page);
	}

	@Test
	void indentsByTabAndLeavesByEscapeAndTab() {
		Page page = chromium.open(Look.LIGHT, site.address());
		Workspace workspace = open(page, STARTER);
		workspace.type("handler.py", "x");
		page.keyboard().press("Home");
		page.keyboard().press("Tab");
		workspace.expect("handler.py", "    x");
		page.keyboard().press("Escape");
		page.keyboard().press("Tab");
		expect(page.locator(".try > summary")).isFocused();
		page.keyboard().press("Shift+Tab");
		expect(workspace.editor("handler.py")).isFocused();
		workspace.expect("handler.py", "    x");
		assertThat(workspace.editor("handler.py").getAttribute("aria-label")).contains("press Escape, then Tab");
	}

	@Test
	void keepsGivenFilesAsTheyAreBehindTabs() {
		Page page = chromium.open(Look.LIGHT, site.address());
		Workspace workspace = open(page, "/exercises/given-code");
		Locator tabs = page.getByRole(AriaRole.TAB);
		expect(tabs).hasText(new String[] { "template.yaml", "handler.py (given)" });
		expect(workspace.editor("template.yaml")).isVisible();
		tabs.first().focus();
		page.keyboard().press("ArrowRight");
		expect(tabs.last()).isFocused();
		expect(tabs.last()).hasAttribute("aria-selected", "true");
		expect(workspace.editor("template.yaml")).isHidden();
		workspace.type("handler.py", "changed");
		workspace.expect("handler.py", SampleCourse.STARTER);
		page.keyboard().press("Tab");
		expect(workspace.editor("handler.py")).not().isFocused();
		Chromium.assertAccessible(page);
	}

	@Test
	void remembersThatPlainTextBoxesArePreferred() {
		Page page = chromium.open(Look.DARK, site.address());
		Workspace workspace = open(page, STARTER);
		workspace.type("handler.py", "print('in the editor')");
		page.getByText("Plain text boxes").click();
		expect(page.getByLabel("handler.py")).hasValue("print('in the editor')");
		Chromium.assertAccessible(page);
		page.reload();
		page.getByLabel("handler.py").fill("print('in the box')");
		expect(page.locator(".cm-editor")).hasCount(0);
		page.getByText("Code editor").click();
		expect(workspace.editor("handler.py")).hasText("print('in the box')");
		page.getByText("Plain text boxes").click();
		page.getByLabel("handler.py").press("Control+Enter");
		expect(page).hasURL(Pattern.compile("/submissions/"));
		page.navigate("/exercises/charge-once");
		expect(page.getByLabel("handler.py")).hasValue("print('in the box')");
	}

	@Test
	void listsItsKeysByQuestionMarkUnlessThatIsSwitchedOff() {
		Page page = chromium.open(Look.LIGHT, site.address());
		Workspace workspace = open(page, STARTER);
		Locator keys = page.locator("#keys");
		page.keyboard().press("?");
		expect(keys).isVisible();
		Chromium.assertAccessible(page);
		keys.getByRole(AriaRole.CHECKBOX).uncheck();
		keys.getByText("Close").click();
		expect(keys).isHidden();
		page.reload();
		workspace.ready();
		page.keyboard().press("?");
		expect(keys).isHidden();
		page.getByText("Keys", new Page.GetByTextOptions().setExact(false)).first().click();
		expect(keys).isVisible();
		page.keyboard().press("Escape");
		workspace.type("handler.py", "");
		page.keyboard().type("a ? b");
		expect(keys).isHidden();
		workspace.expect("handler.py", "a ? b");
	}

	@Test
	void wrapsLinesAndGrowsWithTheTextOnAPhone() {
		Page page = chromium.open(Look.PHONE, site.address());
		Workspace workspace = open(page, STARTER);
		workspace.type("handler.py", "word ".repeat(60) + "\n".repeat(60) + "end");
		assertThat(page.evaluate("""
				[...document.querySelectorAll(".cm-scroller")].every((part) =>
					part.scrollWidth <= part.clientWidth && part.scrollHeight <= part.clientHeight)"""))
			.isEqualTo(true);
		Chromium.assertReflows(page);
		expect(page.getByText("Run checks")).isInViewport();
		assertThat(page.evaluate("""
				getSelection().getRangeAt(0).startContainer.parentElement.getBoundingClientRect().bottom
					<= document.querySelector(".bar").getBoundingClientRect().top""")).as("the cursor is in sight")
			.isEqualTo(true);
		page.setViewportSize(1280, 800);
		expect(page.locator(".cm-lineWrapping")).hasCount(0);
		expect(page.getByText("Run checks")).isInViewport();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/exercises/charge-once", STARTER, "/exercises/given-code" })
	void fitsIntoTheNarrowestWindowBesideAScrollbar(String address) {
		Page page = chromium.open(Look.NARROW, site.address());
		page.setViewportSize(305, 640);
		open(page, address);
		Chromium.assertReflows(page);
	}

	@Test
	void saysWhatIsSentWithChosenFiles() {
		Page page = chromium.open(Look.LIGHT, site.address());
		open(page, STARTER);
		page.getByText("Upload files instead").click();
		expect(page.locator("#upload-help")).containsText(
				"What you choose here is sent in place of what you typed when you run the checks or try the code.");
	}

	@Test
	void leavesTheTextBoxesAloneWhenTheEditorDoesNotCome() {
		Page page = chromium.open(Look.LIGHT, site.address());
		page.route(Pattern.compile("/assets/workspace-.*"), Route::abort);
		page.navigate(STARTER);
		page.getByLabel("handler.py").fill("print('plain')");
		page.getByText("Run checks").click();
		expect(page).hasURL(Pattern.compile("/submissions/"));
		chromium.forgive("ERR_FAILED");
	}

	private static Workspace open(Page page, String address) {
		page.navigate(address);
		return new Workspace(page).ready();
	}

	private static LocatorAssertions expect(Locator locator) {
		return PlaywrightAssertions.assertThat(locator);
	}

	private static PageAssertions expect(Page page) {
		return PlaywrightAssertions.assertThat(page);
	}

}
