package academy.coldstart.site;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.course.Exercise;
import academy.coldstart.engine.EngineStatus;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradeReport.Outcome;
import academy.coldstart.hint.Hints;
import academy.coldstart.site.Chromium.Look;
import academy.coldstart.submission.SubmissionId;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class SiteBrowserIntegrationTests {

	private static SampleSite site;

	private static Chromium chromium;

	@BeforeAll
	static void start(SampleSite started, Chromium opened) {
		site = started;
		chromium = opened;
	}

	@Test
	void leadsFromHomeToTheReport() {
		Page page = chromium.open(Look.LIGHT, site.address());
		openExercise(page);
		new Workspace(page).type("handler.py", "print('changed')");
		page.getByText("Run checks").click();
		expect(title(page)).hasText("Waiting for a free runner: 2 ahead of yours.");
		expect(page.locator("[data-check=C4]")).containsText("Waiting");
		SubmissionId id = submissionOf(page);
		site.gradings().stage(id, "deploy");
		expect(title(page)).hasText("Deploying your function.");
		expect(page.locator("[data-stage=package]")).containsText("Done");
		site.gradings().stage(id, "check");
		site.gradings().check(id, SampleReports.failed(checks().get(0)));
		expect(page.locator("[data-check=C1]")).containsText("Order o-17 was charged 3 times");
		expect(page.getByRole(AriaRole.STATUS)).hasText("Running the checks: 1 of 4 done.");
		finish(id, 1);
		expect(title(page)).hasText("3 of 4 checks pass. One to go.");
		readReport(page);
	}

	@Test
	void doesTheSameWithoutScripts() {
		Page page = chromium.open(Look.NO_SCRIPTS, site.address());
		openExercise(page);
		page.getByLabel("handler.py").fill("print('changed')");
		page.getByText("Run checks").click();
		expect(title(page)).hasText("Waiting for a free runner: 2 ahead of yours.");
		SubmissionId id = submissionOf(page);
		site.gradings().stage(id, "deploy");
		expect(title(page)).hasText("Deploying your function.");
		finish(id, 1);
		expect(title(page)).hasText("3 of 4 checks pass. One to go.");
		readReport(page);
		page.getByText("Change the code").click();
		expect(page.getByLabel("handler.py")).hasValue("print('changed')");
	}

	@ParameterizedTest
	@EnumSource(value = Look.class, mode = EnumSource.Mode.EXCLUDE, names = "NO_SCRIPTS")
	void isAccessibleOnEveryPage(Look look) {
		SubmissionId failed = finish(handIn("import boto3\n\nprint('first')\n"), 1);
		Hints hints = site.hints().asHints();
		hints.open(failed, "C1", 1);
		SubmissionId passed = finish(site.submit(), 0);
		SubmissionId problem = site.submit();
		site.gradings().finish(problem, SampleReports.syntaxError(site.chargeOnce()), null);
		SubmissionId fault = site.submit();
		site.gradings()
			.finish(fault, SampleReports.report(site.chargeOnce(), Outcome.NOT_GRADED, List.of(), null), null);
		SubmissionId cancelled = site.submit();
		site.gradings().cancel(cancelled);
		SubmissionId live = site.submit();
		site.gradings().stage(live, "check");
		site.gradings().check(live, SampleReports.failed(checks().get(0)));
		site.engine(new EngineStatus(EngineStatus.State.UNAVAILABLE, "Python 3.12 or newer was not found.",
				List.of("Install Python 3.12 or newer.")));
		Map<String, String> states = Map.of("/submissions/" + cancelled, "cancelled", "/submissions/" + live, "live",
				"/submissions/" + failed, "failed", "/submissions/" + passed, "passed", "/submissions/" + problem,
				"problem", "/submissions/" + fault, "fault", "/exercises/charge-once?starter=true", "starter");
		Page page = chromium.open(look, site.address());
		for (String path : List.of("/", "/lessons/idempotency", "/lessons/decoupling", "/simulators", "/parity",
				"/libraries", "/progress", "/exercises/charge-once", "/exercises/charge-once?starter=true",
				"/exercises/charge-once/solutions", "/exercises/charge-once/attempts",
				"/exercises/charge-once/attempts/comparison?from=" + failed + "&to=" + passed, "/submissions/" + live,
				"/submissions/" + failed, "/submissions/" + passed, "/submissions/" + problem, "/submissions/" + fault,
				"/submissions/" + cancelled)) {
			page.navigate(path);
			if (path.matches("/exercises/[a-z-]+(\\?.*)?")) {
				new Workspace(page).ready();
			}
			unfoldEverything(page);
			Chromium.assertAccessible(page);
			Chromium.assertReflows(page);
			Chromium.assertTargetsAreLarge(page);
			Chromium.picture(page, look, states.getOrDefault(path, "page"));
		}
	}

	@ParameterizedTest
	@EnumSource(value = Look.class, names = { "LIGHT", "NO_SCRIPTS" })
	void comparesAttemptsAndGoesOnFromOne(Look look) {
		SubmissionId first = finish(site.submit(), 2);
		finish(handIn("print('second')\n"), 1);
		Page page = chromium.open(look, site.address());
		page.navigate("/submissions/" + first);
		page.getByText("All attempts").click();
		expect(title(page)).hasText("Attempts");
		expect(page.locator(".history li").first()).containsText("65 of 100 points");
		page.locator(".history li").first().getByText("What changed since").click();
		expect(title(page)).hasText("What changed");
		expect(page.locator("[data-kind=ADDED]").filter(new Locator.FilterOptions().setHasText("print('second')")))
			.hasCount(1);
		page.getByText("The other way round").click();
		expect(page.locator("[data-kind=REMOVED]").filter(new Locator.FilterOptions().setHasText("print('second')")))
			.hasCount(1);
		page.getByText("All attempts").click();
		page.locator(".history li").first().getByText("Make this the draft").click();
		expect(title(page)).hasText("Paid twice");
		new Workspace(page).expect("handler.py", "print('second')\n");
	}

	@ParameterizedTest
	@EnumSource(value = Look.class, names = { "LIGHT", "NO_SCRIPTS" })
	void cancelsAndGradesAfterAll(Look look) {
		SubmissionId id = site.submit();
		Page page = chromium.open(look, site.address());
		page.navigate("/submissions/" + id);
		page.getByText("Cancel", new Page.GetByTextOptions().setExact(true)).click();
		expect(title(page)).containsText("You cancelled this.");
		page.getByText("Grade it after all").click();
		expect(title(page)).containsText("Waiting for a free runner");
	}

	@Test
	void showsInAnotherTabThatAGradingWasCancelled() {
		SubmissionId id = site.submit();
		Page page = chromium.open(Look.LIGHT, site.address());
		page.navigate("/submissions/" + id);
		expect(title(page)).containsText("Waiting for a free runner");
		site.gradings().cancel(id);
		expect(title(page)).containsText("You cancelled this.");
	}

	@ParameterizedTest
	@EnumSource(value = Look.class, names = { "LIGHT", "NO_SCRIPTS" })
	void handsOutABundleForACheck(Look look) {
		SubmissionId id = finish(site.submit(), 1);
		Page page = chromium.open(look, site.address());
		page.navigate("/submissions/" + id);
		Locator check = page.locator("#check-C1");
		check.getByText("This check is wrong").click();
		check.getByLabel("Why do you think so?").fill("It was charged once.");
		Download bundle = page.waitForDownload(() -> check.getByText("Download the bundle").click());
		assertThat(bundle.suggestedFilename()).startsWith("coldstart-charge-once-C1-").endsWith(".zip");
		expect(check.getByText("Download the bundle")).isEnabled();
	}

	@Test
	void isUsableByKeyboardAlone() {
		Page page = chromium.open(Look.LIGHT, site.address());
		page.navigate("/exercises/charge-once?starter=true");
		page.keyboard().press("Tab");
		expect(page.locator(":focus")).hasText("Skip to the content");
		page.keyboard().press("Enter");
		expect(page.locator("main")).isFocused();
		Workspace workspace = new Workspace(page).ready();
		tabTo(page, workspace.editor("handler.py"));
		page.keyboard().press("Control+A");
		page.keyboard().type("print('typed')");
		workspace.expect("handler.py", "print('typed')");
		page.keyboard().press("Escape");
		// What is said about an earlier run may stand between.
		tabTo(page, page.locator(".try > summary"));
		page.keyboard().press("Tab");
		expect(page.getByText("Upload files instead")).isFocused();
		page.keyboard().press("Enter");
		tabTo(page, page.getByText("Run checks"));
		page.keyboard().press("Enter");
		expect(title(page)).containsText("Waiting for a free runner");
		SubmissionId id = submissionOf(page);
		finish(id, 1);
		expect(title(page)).containsText("One to go.");
		tabTo(page, page.getByText("Hint 1 of 3"));
		page.keyboard().press("Enter");
		expect(page.getByText("What makes two deliveries look the same?")).isVisible();
		expect(page.locator(":focus")).hasText("Hint 1 of 3");
		expect(page).hasURL(Pattern.compile("/submissions/[0-9a-f-]{36}$"));
		page.keyboard().press("Tab");
		expect(page.locator(":focus")).hasText("Hint 2 of 3");
		page.keyboard().press("Enter");
		expect(page.locator(".hint[open]")).hasCount(2);
		expect(page.locator(":focus")).hasText("Hint 2 of 3");
		page.keyboard().press("Enter");
		expect(page.locator(".hint[open]")).hasCount(1);
		tabTo(page, page.getByLabel("Timeline as a table, scrolls"));
	}

	@Test
	void opensHintsByKeyboardWithoutScriptsAndKeepsThemOpen() {
		SubmissionId id = finish(site.submit(), 1);
		Page page = chromium.open(Look.NO_SCRIPTS, site.address());
		page.navigate("/submissions/" + id);
		assertThat(page.content()).doesNotContain("What makes two deliveries look the same?");
		page.getByText("Hint 1 of 3").focus();
		page.keyboard().press("Enter");
		expect(page.getByText("What makes two deliveries look the same?")).isVisible();
		expect(page).hasURL(Pattern.compile("#hint-C1-1$"));
		page.keyboard().press("Tab");
		expect(page.locator(":focus")).hasText("Hint 1 of 3");
		page.keyboard().press("Tab");
		expect(page.locator(":focus")).hasText("Hint 2 of 3");
		page.keyboard().press("Enter");
		expect(page.locator(".hint")).hasCount(2);
		page.navigate("/submissions/" + id);
		expect(page.locator(".hint[open]")).hasCount(2);
	}

	@Test
	void showsAHintThatCannotBeRecordedAndOneThatNobodyAnswersFor() {
		SubmissionId id = finish(site.submit(), 1);
		Page page = chromium.open(Look.LIGHT, site.address());
		page.navigate("/submissions/" + id);
		site.hints().recording(false);
		try {
			page.getByText("Hint 1 of 3").click();
			expect(page.locator("#hints-C1")).containsText("could not be recorded");
			expect(page.getByText("What makes two deliveries look the same?")).isVisible();
			Chromium.assertAccessible(page);
		}
		finally {
			site.hints().recording(true);
		}
		page.route("**/hints", (route) -> {
			if (route.request().postData().contains("part=true")) {
				route.abort();
			}
			else {
				route.resume();
			}
		});
		page.getByText("Hint 2 of 3").click();
		expect(page).hasURL(Pattern.compile("#hint-C1-2$"));
		expect(page.locator(".hint[open]")).hasCount(2);
		chromium.forgive("ERR_FAILED");
	}

	@Test
	void sendsByControlEnter() {
		Page page = chromium.open(Look.LIGHT, site.address());
		page.navigate("/exercises/charge-once?starter=true");
		new Workspace(page).editor("handler.py").press("Control+Enter");
		expect(title(page)).containsText("Waiting for a free runner");
	}

	@Test
	void sendsOnceOnDoubleClick() {
		Page page = chromium.open(Look.LIGHT, site.address());
		page.navigate("/exercises/charge-once?starter=true");
		int before = site.accepted();
		page.getByText("Run checks").dblclick();
		expect(title(page)).containsText("Waiting for a free runner");
		assertThat(site.accepted()).isEqualTo(before + 1);
	}

	@Test
	void sendsChangedCodeAfterGoingBack() {
		Page page = chromium.open(Look.LIGHT, site.address());
		page.navigate("/exercises/charge-once?starter=true");
		page.getByText("Run checks").click();
		expect(title(page)).containsText("Waiting for a free runner");
		SubmissionId first = submissionOf(page);
		page.goBack();
		expect(page.getByText("Run checks")).isEnabled();
		new Workspace(page).type("handler.py", "print('second')");
		page.getByText("Run checks").click();
		expect(title(page)).containsText("Waiting for a free runner");
		assertThat(submissionOf(page)).isNotEqualTo(first);
	}

	@Test
	void goesOnWhereItWasWhenTheConnectionIsCut() {
		SubmissionId id = site.submit();
		Page page = chromium.open(Look.LIGHT, site.address());
		site.events()
			.cutNextAfter("id:7\nevent:state\nretry:100\ndata:{\"sequence\":7,\"status\":\"running\","
					+ "\"summary\":\"Cut off here.\",\"stages\":[],\"checks\":[]}\n\n");
		page.navigate("/submissions/" + id);
		expect(title(page)).hasText("Cut off here.");
		for (int sequence = 1; sequence < 8; sequence++) {
			site.gradings().stage(id, "check");
		}
		finish(id, 0);
		expect(title(page)).hasText("All 4 checks pass.");
		assertThat(site.events().comingBack()).startsWith("none", "7");
	}

	@Test
	void asksForTheStateWhereEventsDoNotGetThrough() {
		SubmissionId id = site.submit();
		Page page = chromium.open(Look.LIGHT, site.address());
		page.addInitScript("delete window.EventSource");
		page.navigate("/submissions/" + id);
		site.gradings().stage(id, "deploy");
		expect(title(page)).hasText("Deploying your function.");
		finish(id, 0);
		expect(title(page)).hasText("All 4 checks pass.");
	}

	@Test
	void keepsWhatWasTypedWhenItIsNotAccepted() {
		Page page = chromium.open(Look.LIGHT, site.address());
		page.navigate("/exercises/charge-once?starter=true");
		Workspace workspace = new Workspace(page).ready();
		workspace.type("handler.py", "   ");
		page.getByText("Run checks").click();
		expect(page.getByRole(AriaRole.ALERT)).containsText("handler.py is empty.");
		workspace.ready().expect("handler.py", "   ");
		Chromium.assertAccessible(page);
		page.getByText("Go to the field").click();
		expect(page).hasURL(Pattern.compile("#file-0$"));
		expect(workspace.editor("handler.py")).isFocused();
		chromium.forgive("422");
	}

	@Test
	void saysWhenGradingBecomesReady() {
		site.engine(new EngineStatus(EngineStatus.State.INSTALLING, "Installing the engine: 2 of 5.", List.of()));
		Page page = chromium.open(Look.LIGHT, site.address());
		page.navigate("/");
		expect(page.locator(".readiness")).containsText("Installing the engine: 2 of 5.");
		site.engine(new EngineStatus(EngineStatus.State.STARTING, "Starting the engine: 4 of 5.", List.of()));
		expect(page.locator(".readiness")).containsText("Starting the engine: 4 of 5.");
		site.engineReady();
		expect(page.locator(".readiness")).hasCount(0);
		expect(page.locator(".chip")).hasText("Grading is ready");
	}

	@Test
	void runsNothingThatALearnersProgramWrote() {
		SubmissionId id = site.submit(HostileTexts.all());
		Page page = chromium.open(Look.LIGHT, site.address());
		page.addInitScript("window.hurt = () => { window.hurtCalled = true; }");
		for (String path : List.of("/submissions/" + id, "/exercises/charge-once", "/")) {
			page.navigate(path);
			unfoldEverything(page);
			Object suspects = page.evaluate(
					"""
							[...document.querySelectorAll("*")].filter((element) =>
								[...element.attributes].some((attribute) => attribute.name.startsWith("on")
									|| attribute.name === "style" && !element.closest(".cm-editor") || /^\\s*(javascript|data|vbscript):/i.test(attribute.value) && attribute.name === "href")
								|| ["IMG", "IFRAME", "OBJECT", "VIDEO", "AUDIO", "MATH", "BASE", "MARQUEE"].includes(element.nodeName)
								|| element.nodeName === "STYLE" && !element.nonce
								|| element.nodeName === "SCRIPT" && !element.src).length""");
			assertThat(suspects).isEqualTo(0);
			assertThat(page.evaluate("window.hurtCalled === undefined")).isEqualTo(true);
		}
	}

	private static void openExercise(Page page) {
		page.navigate("/");
		page.getByText("Idempotency", new Page.GetByTextOptions().setExact(true)).click();
		expect(title(page)).hasText("Idempotency");
		page.locator("#exercises").getByText("Paid twice").click();
		expect(title(page)).hasText("Paid twice");
	}

	private static void readReport(Page page) {
		Locator check = page.locator("#check-C1");
		expect(check).containsText("Order o-17 was charged 3 times");
		expect(check.getByText("What makes two deliveries look the same?")).isHidden();
		check.getByText("Hint 1 of 3").click();
		expect(check.getByText("What makes two deliveries look the same?")).isVisible();
		check.getByText("DynamoDB PutItem at 0.418 s").click();
		expect(page.locator("tr:target")).containsText("Evidence");
		page.getByText("Run 2").click();
		expect(page.locator("tr.grader")).containsText("o-402");
		expect(page.locator(".end-state")).containsText("larkspur#o-402");
		check.getByText("DynamoDB PutItem at 0.418 s").click();
		expect(page.locator("tr.grader")).containsText("o-17");
		expect(page.locator("tr:target")).isInViewport();
	}

	private static void tabTo(Page page, Locator target) {
		for (int presses = 0; presses < 40; presses++) {
			page.keyboard().press("Tab");
			if ((boolean) target.evaluate("(element) => element === document.activeElement")) {
				return;
			}
		}
		expect(target).isFocused();
	}

	private static void unfoldEverything(Page page) {
		page.evaluate("document.querySelectorAll('details').forEach((details) => details.open = true)");
	}

	private static LocatorAssertions expect(Locator locator) {
		return PlaywrightAssertions.assertThat(locator);
	}

	private static PageAssertions expect(Page page) {
		return PlaywrightAssertions.assertThat(page);
	}

	private static Locator title(Page page) {
		return page.locator("h1");
	}

	private static SubmissionId submissionOf(Page page) {
		expect(page).hasURL(Pattern.compile("/submissions/"));
		return SubmissionId.parse(page.url().substring(page.url().lastIndexOf('/') + 1));
	}

	private static SubmissionId handIn(String code) {
		SampleForm form = SampleForm.of(site.address());
		String address = form.post(form.parts("handler.py", code)).header("Location");
		return SubmissionId.parse(address.substring(address.lastIndexOf('/') + 1));
	}

	private static SubmissionId finish(SubmissionId id, int failing) {
		Exercise exercise = site.chargeOnce();
		site.gradings().endState(id, SampleStates.json());
		GradeReport report = SampleReports.report(exercise, (failing == 0) ? Outcome.PASSED : Outcome.FAILED,
				checks().stream()
					.map((check) -> (checks().indexOf(check) < failing) ? SampleReports.failed(check)
							: SampleReports.passed(check))
					.toList(),
				null);
		site.gradings()
			.finish(id, report,
					SampleReports.json(SampleReports.traces()
						.stream()
						.map((trace) -> (failing > 0) ? SampleReports.decided(trace) : trace)
						.toList()));
		return id;
	}

	private static List<CheckDefinition> checks() {
		return site.chargeOnce().checks();
	}

}
