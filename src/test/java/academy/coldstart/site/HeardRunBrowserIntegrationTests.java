package academy.coldstart.site;

import java.util.List;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradeReport.Outcome;
import academy.coldstart.site.Chromium.Look;
import academy.coldstart.submission.SubmissionId;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run as a screen reader tells it: what is announced while it goes on, and what the
 * page is made of.
 */
@BrowserTest
class HeardRunBrowserIntegrationTests {

	private static SampleSite site;

	private static Chromium chromium;

	@BeforeAll
	static void start(SampleSite started, Chromium opened) {
		site = started;
		chromium = opened;
	}

	@Test
	void announcesEachStepOfARunOnceAndNothingElse() {
		SubmissionId id = site.submit();
		Page page = listening();
		page.navigate("/submissions/" + id);
		reach(page, "Waiting for a free runner: 2 ahead of yours.");
		for (Step step : List.of(new Step("package", "Packing your files."),
				new Step("engine", "Preparing the engine."), new Step("deploy", "Deploying your function."),
				new Step("check", "Running the checks."))) {
			site.gradings().stage(id, step.stage());
			reach(page, step.sentence());
		}
		for (int i = 0; i < results().size(); i++) {
			site.gradings().check(id, results().get(i));
			reach(page, "Running the checks: " + (i + 1) + " of 4 done.");
		}
		finish(id);
		reach(page, "3 of 4 checks pass. One to go.");
		assertThat((List<?>) page.evaluate("heard")).map(Object::toString)
			.containsExactly("Waiting for a free runner: 2 ahead of yours.", "Packing your files.",
					"Preparing the engine.", "Deploying your function.", "Running the checks.",
					"Running the checks: 1 of 4 done.", "Running the checks: 2 of 4 done.",
					"Running the checks: 3 of 4 done.", "Running the checks: 4 of 4 done.",
					"3 of 4 checks pass. One to go.");
	}

	@Test
	void theRunIsAHeadingStagesAndChecksWithTheirOutcomeInWords() {
		SubmissionId id = site.submit();
		site.gradings().stage(id, "check");
		site.gradings().check(id, results().getFirst());
		Page page = chromium.open(Look.LIGHT, site.address());
		page.navigate("/submissions/" + id);
		expect(page.locator("main")).matchesAriaSnapshot("""
				- main:
				  - paragraph
				  - 'heading "Running the checks: 1 of 4 done." [level=1]'
				  - list "Stages":
				    - listitem: Package Done
				    - listitem: Prepare engine Done
				    - listitem: Deploy Done
				    - listitem: Check Now
				  - heading "Checks" [level=2]
				  - list "Checks":
				    - listitem:
				      - paragraph: /Fails .+/
				      - paragraph: /Order o-17 was charged 3 times/
				    - listitem:
				      - paragraph: /Waiting .+/
				    - listitem:
				      - paragraph: /Waiting .+/
				    - listitem:
				      - paragraph: /Waiting .+/
				  - button "Cancel"
				""");
	}

	@Test
	void theReportSaysWhatFailedBeforeWhatHappened() {
		SubmissionId id = site.submit();
		finish(id);
		Page page = chromium.open(Look.LIGHT, site.address());
		page.navigate("/submissions/" + id);
		expect(page.locator("main")).matchesAriaSnapshot("""
				- main:
				  - heading "3 of 4 checks pass. One to go." [level=1]
				  - link "Change the code"
				  - link /The run at a glance/
				  - region "Checks":
				    - heading "Checks" [level=2]
				    - list:
				      - listitem:
				        - heading /^Fails Each order is charged once/ [level=3]
				        - paragraph: /Order o-17 was charged 3 times/
				        - term: Expected
				        - definition: 1 charge for order o-17
				        - button "Hint 1 of 3"
				    - group: /3 checks pass/
				  - region "What happened":
				    - heading "What happened" [level=2]
				    - figure "The table below says the same in rows."
				    - region "Timeline as a table, scrolls":
				      - table
				""");
	}

	// What the region for announcements says, text after text, from the first moment on.
	private static Page listening() {
		Page page = chromium.open(Look.LIGHT, site.address());
		page.addInitScript("""
				window.heard = [];
				document.addEventListener("DOMContentLoaded", () => {
					const region = document.getElementById("announcements");
					new MutationObserver(() => heard.push(region.textContent))
						.observe(region, { childList: true, characterData: true, subtree: true });
				});""");
		return page;
	}

	private static void reach(Page page, String sentence) {
		expect(page.locator("h1")).hasText(sentence);
		expect(page.locator("#announcements")).hasText(sentence);
	}

	private static void finish(SubmissionId id) {
		site.gradings()
			.finish(id, SampleReports.report(site.chargeOnce(), Outcome.FAILED, results(), null),
					SampleReports.json(SampleReports.traces()));
	}

	private static List<CheckResult> results() {
		List<CheckDefinition> checks = site.chargeOnce().checks();
		return checks.stream()
			.map((check) -> check.equals(checks.getFirst()) ? SampleReports.failed(check) : SampleReports.passed(check))
			.toList();
	}

	private static LocatorAssertions expect(Locator locator) {
		return PlaywrightAssertions.assertThat(locator);
	}

	/**
	 * A stage that is reached.
	 *
	 * @param stage the stage
	 * @param sentence what is said then
	 */
	private record Step(String stage, String sentence) {
	}

}
