package academy.coldstart.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import academy.coldstart.course.Course;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.site.Chromium.Look;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Drafts as learners meet them: the whole application with its database, and a browser.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "spring.datasource.url=jdbc:h2:mem:draft-pages;DB_CLOSE_ON_EXIT=FALSE")
@DirtiesContext
@EnabledIf(value = "academy.coldstart.site.Chromium#isInstalled",
		disabledReason = "Chromium is missing: install the package chromium, or name it with -Dchromium=PATH")
class DraftBrowserIntegrationTests {

	private static final String EXERCISE = "/exercises/charge-once";

	private static final Pattern DRAFT = Pattern.compile(".*/draft$");

	@TempDir
	private static Path directory;

	private static Chromium chromium;

	@LocalServerPort
	private int port;

	@Autowired
	private Course course;

	@Autowired
	private JdbcClient jdbc;

	@DynamicPropertySource
	static void noEngine(DynamicPropertyRegistry registry) {
		// No engine is needed: its folder cannot be made below a file.
		registry.add("coldstart.engine.cache", () -> directory.resolve("file/kit").toString());
	}

	@BeforeAll
	static void start() throws Exception {
		Files.createFile(directory.resolve("file"));
		chromium = new Chromium();
	}

	@AfterAll
	static void stop() {
		chromium.close();
	}

	@BeforeEach
	void empty() {
		List.of("draft_copy", "draft_file", "draft").forEach((table) -> this.jdbc.sql("delete from " + table).update());
	}

	@AfterEach
	void nothingWentWrongBehindTheScenes() {
		List<String> complaints = chromium.complaints();
		chromium.reset();
		assertThat(complaints).isEmpty();
	}

	@Test
	void savesByItselfAndOpensTheDraftAgain() {
		Workspace workspace = open(Look.LIGHT);
		Page page = workspace.page();
		expect(page.locator(".origin")).hasText("This is the starter.");
		workspace.type("handler.py", "x = 1\n");
		expect(saved(page)).hasText(Pattern.compile("Saved \\d.*"));
		expect(page.locator(".origin")).hasCount(0);
		Workspace other = open(Look.DARK);
		other.expect("handler.py", "x = 1\n");
		expect(saved(other.page())).hasText(Pattern.compile("Saved \\d.*"));
		Chromium.assertAccessible(other.page());
	}

	@Test
	void savesAtOnceWhenThePageIsLeft() {
		Workspace workspace = open(Look.LIGHT);
		workspace.type("handler.py", "typed in a hurry\n");
		workspace.page().navigate("/");
		await().untilAsserted(() -> assertThat(drafts()).isEqualTo(1));
		open(Look.LIGHT).expect("handler.py", "typed in a hurry\n");
	}

	@Test
	void bringsBackWhatWasTypedRightBeforeAReload() {
		Workspace workspace = open(Look.LIGHT);
		Page page = workspace.page();
		workspace.type("handler.py", "typed and reloaded\n");
		page.reload();
		workspace.ready().expect("handler.py", "typed and reloaded\n");
		workspace.type("handler.py", "typed after the reload\n");
		expect(saved(page)).hasText(Pattern.compile("Saved \\d.*"));
		page.reload();
		workspace.ready().expect("handler.py", "typed after the reload\n");
		expect(page.locator(".conflict")).isHidden();
		expect(copies(page)).hasCount(0);
		chromium.forgive("ERR_ABORTED");
	}

	@Test
	void bringsBackWhatNoSaveBroughtToTheServer() {
		Workspace workspace = open(Look.LIGHT);
		Page page = workspace.page();
		page.route(DRAFT, Route::abort);
		workspace.type("handler.py", "saves are lost\n");
		page.reload();
		workspace.ready().expect("handler.py", "saves are lost\n");
		page.unroute(DRAFT);
		expect(saved(page)).hasText(Pattern.compile("Saved \\d.*"));
		open(Look.LIGHT).expect("handler.py", "saves are lost\n");
		chromium.forgive("ERR_FAILED");
	}

	@Test
	void knowsItsOwnSaveWhoseAnswerWasLost() {
		Workspace workspace = open(Look.LIGHT);
		Page page = workspace.page();
		page.route(DRAFT, DraftBrowserIntegrationTests::loseTheAnswer);
		workspace.type("handler.py", "sent\n");
		expect(saved(page)).hasText("Not saved yet: the server does not answer. Trying again.");
		page.unroute(DRAFT);
		workspace.type("handler.py", "typed since\n");
		page.keyboard().press("ControlOrMeta+s");
		expect(saved(page)).hasText(Pattern.compile("Saved \\d.*"));
		open(Look.LIGHT).expect("handler.py", "typed since\n");
		chromium.forgive("ERR_FAILED");
		chromium.forgive("409");
	}

	@Test
	void staysWithTheStarterAfterAReset() {
		Workspace workspace = open(Look.LIGHT);
		Page page = workspace.page();
		workspace.type("handler.py", "thrown away\n");
		page.getByText("Reset", new Page.GetByTextOptions().setExact(true)).click();
		expect(copies(page)).containsText("before a reset");
		page.reload();
		workspace.ready().expect("handler.py", starter("charge-once"));
		// Of that exercise other tests have a draft.
		page.navigate("/exercises/init-once");
		expect(workspace.ready().box("handler.py")).not().hasValue("thrown away\n");
	}

	@Test
	void leavesTheDraftOfAnotherTabAloneAfterAReload() {
		Workspace first = open(Look.LIGHT);
		Page page = first.page();
		page.route(DRAFT, Route::abort);
		first.type("handler.py", "the first tab\n");
		expect(saved(page)).hasText("Not saved yet: the server does not answer. Trying again.");
		Workspace second = open(Look.DARK);
		second.type("handler.py", "the second tab\n");
		expect(saved(second.page())).hasText(Pattern.compile("Saved \\d.*"));
		page.unroute(DRAFT);
		page.navigate(EXERCISE);
		first.ready().expect("handler.py", "the second tab\n");
		chromium.forgive("ERR_FAILED");
		chromium.forgive("409");
	}

	@Test
	void opensTheDraftAndNotTheStarterAfterTheStarterWasChanged() {
		Workspace workspace = open(Look.LIGHT, EXERCISE + "?starter=true");
		workspace.type("handler.py", "made from the starter\n");
		workspace.page().reload();
		workspace.ready().expect("handler.py", "made from the starter\n");
		chromium.forgive("ERR_ABORTED");
	}

	@Test
	void savesWithoutTheStorageOfTheTab() {
		Workspace workspace = open(Look.LIGHT);
		Page page = workspace.page();
		page.addInitScript("""
				Object.defineProperty(window, "sessionStorage", { get: () => {
					throw new DOMException("The user denied permission.", "SecurityError");
				} });""");
		page.reload();
		workspace.ready().type("handler.py", "without storage\n");
		expect(saved(page)).hasText(Pattern.compile("Saved \\d.*"));
		open(Look.LIGHT).expect("handler.py", "without storage\n");
	}

	@Test
	void letsTheReaderKeepWhatWasTypedInTheOlderOfTwoTabs() {
		Workspace first = open(Look.LIGHT);
		Workspace second = twoTabs(first);
		Locator conflict = second.page().locator(".conflict");
		expect(conflict).containsText("Another tab saved something else.");
		Chromium.assertAccessible(second.page());
		conflict.getByText("Compare").click();
		expect(second.page().locator("#compare .cm-deletedLine")).containsText("the first tab");
		expect(second.page().locator("#compare .cm-changedLine")).containsText("the second tab");
		Chromium.assertAccessible(second.page());
		second.page().keyboard().press("Escape");
		conflict.getByText("Keep mine").click();
		expect(saved(second.page())).hasText(Pattern.compile("Saved \\d.*"));
		expect(conflict).isHidden();
		Workspace later = open(Look.PHONE);
		later.expect("handler.py", "the second tab\n");
		openCopy(later, "gave way to something else");
		later.ready().expect("handler.py", "the first tab\n");
		chromium.forgive("409");
	}

	@Test
	void letsTheReaderTakeWhatTheOtherTabSaved() {
		Workspace first = open(Look.LIGHT);
		Workspace second = twoTabs(first);
		expect(second.page().locator(".conflict")).isVisible();
		second.type("handler.py", "typed while deciding\n");
		second.page().getByText("Take the other").click();
		expect(copies(second.page())).containsText("another tab had saved something else");
		second.ready().expect("handler.py", "the first tab\n");
		openCopy(second, "another tab had saved something else");
		second.ready().expect("handler.py", "typed while deciding\n");
		chromium.forgive("409");
	}

	@Test
	void saysWhenNothingCanBeSavedAndTriesAgain() {
		Workspace workspace = open(Look.LIGHT);
		Page page = workspace.page();
		page.route(DRAFT, Route::abort);
		workspace.type("handler.py", "hours of work\n");
		expect(saved(page)).hasText("Not saved yet: the server does not answer. Trying again.");
		expect(page.locator("#announcements")).containsText("not saved yet");
		Chromium.assertAccessible(page);
		page.unroute(DRAFT);
		expect(saved(page)).hasText(Pattern.compile("Saved \\d.*"));
		open(Look.LIGHT).expect("handler.py", "hours of work\n");
		chromium.forgive("ERR_FAILED");
	}

	@Test
	void resetsToTheStarterAndKeepsACopy() {
		Workspace workspace = open(Look.LIGHT);
		workspace.type("handler.py", "before the reset\n");
		workspace.page().getByText("Reset", new Page.GetByTextOptions().setExact(true)).click();
		expect(copies(workspace.page())).containsText("before a reset");
		expect(workspace.page().locator(".origin"))
			.hasText("This is the starter again. Your text is under Kept copies.");
		expect(workspace.page().locator("#announcements")).containsText("This is the starter again.");
		Chromium.assertAccessible(workspace.page());
		workspace.page().locator(".origin a").click();
		expect(workspace.page().locator("#copies-title")).isInViewport();
		workspace.ready().expect("handler.py", starter("charge-once"));
		openCopy(workspace, "before a reset");
		workspace.ready().expect("handler.py", "before the reset\n");
		expect(workspace.page().locator(".origin")).containsText("This is a kept copy.");
	}

	@Test
	void savesByRunningTheChecksWithoutScripts() {
		Page page = chromium.open(Look.NO_SCRIPTS, address());
		page.navigate("/exercises/init-once");
		page.getByLabel("handler.py").fill("without scripts\n");
		page.getByText("Run checks").click();
		expect(page).hasURL(Pattern.compile("/submissions/"));
		page.navigate("/exercises/init-once");
		expect(page.getByLabel("handler.py")).hasValue("without scripts\n");
		page.getByText("Reset", new Page.GetByTextOptions().setExact(true)).click();
		expect(page.getByLabel("handler.py")).hasValue(starter("init-once"));
		expect(copies(page)).containsText("before a reset");
	}

	@Test
	void sendsTheNewestTextWhileASaveIsUnderWay() {
		Workspace workspace = open(Look.LIGHT, "/exercises/hello-larkspur");
		Page page = workspace.page();
		workspace.type("handler.py", "older\n");
		page.keyboard().press("Control+s");
		workspace.type("handler.py", "newest\n");
		page.keyboard().press("Control+Enter");
		expect(page).hasURL(Pattern.compile("/submissions/"));
		Workspace later = open(Look.LIGHT, "/exercises/hello-larkspur");
		later.expect("handler.py", "newest\n");
		expect(later.page().getByText("Kept copies")).hasCount(0);
	}

	private static void loseTheAnswer(Route route) {
		route.fetch();
		route.abort();
	}

	private Workspace twoTabs(Workspace first) {
		Workspace second = open(Look.DARK);
		first.type("handler.py", "the first tab\n");
		expect(saved(first.page())).hasText(Pattern.compile("Saved \\d.*"));
		second.type("handler.py", "the second tab\n");
		expect(saved(second.page())).hasText("Not saved as the draft: another tab has saved something else.");
		return second;
	}

	private static void openCopy(Workspace workspace, String why) {
		copies(workspace.page()).getByRole(AriaRole.LISTITEM)
			.filter(new Locator.FilterOptions().setHasText(why))
			.first()
			.getByRole(AriaRole.LINK)
			.click();
		expect(workspace.page()).hasURL(Pattern.compile("copy="));
	}

	private Workspace open(Look look) {
		return open(look, EXERCISE);
	}

	private Workspace open(Look look, String exercise) {
		Page page = chromium.open(look, address());
		page.navigate(exercise);
		return new Workspace(page).ready();
	}

	private String starter(String exercise) {
		return this.course.starter(this.course.exercise(new Slug(exercise)).orElseThrow(), Language.PYTHON)
			.text("handler.py");
	}

	private int drafts() {
		return this.jdbc.sql("select count(*) from draft").query(Integer.class).single();
	}

	private String address() {
		return "http://localhost:" + this.port;
	}

	private static Locator copies(Page page) {
		return page.locator(".attempts:has(#copies-title)");
	}

	private static Locator saved(Page page) {
		return page.locator("[data-saved]");
	}

	private static LocatorAssertions expect(Locator locator) {
		return PlaywrightAssertions.assertThat(locator);
	}

	private static PageAssertions expect(Page page) {
		return PlaywrightAssertions.assertThat(page);
	}

}
