package academy.coldstart.site;

import java.util.List;
import java.util.regex.Pattern;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.site.Chromium.Look;
import academy.coldstart.submission.SubmissionId;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the exercise page says of the last run, beside the code.
 */
@BrowserTest
class LastRunBrowserIntegrationTests {

	private static SampleSite site;

	private static Chromium chromium;

	private SubmissionId id = SubmissionId.create();

	@BeforeAll
	static void start(SampleSite started, Chromium opened) {
		site = started;
		chromium = opened;
	}

	@BeforeEach
	void handIn() {
		SampleForm form = SampleForm.of(site.address());
		String address = form.post(form.parts("handler.py", SampleCourse.STARTER)).header("Location");
		this.id = SubmissionId.parse(address.substring(address.lastIndexOf('/') + 1));
		List<CheckDefinition> checks = site.chargeOnce().checks();
		site.gradings()
			.finish(this.id, SampleReports.report(site.chargeOnce(), GradeReport.Outcome.FAILED, checks.stream()
				.map((check) -> (checks.indexOf(check) < 1) ? SampleReports.failed(check) : SampleReports.passed(check))
				.toList(), null), SampleReports.json(SampleReports.traces()));
	}

	@Test
	void showsCodeFindingAndFigureTogetherOnASmallScreen() {
		Page page = open(Look.LIGHT);
		page.setViewportSize(1366, 768);
		new Workspace(page).ready();
		Number lines = (Number) page.evaluate("""
				() => {
					const code = document.querySelector(".cm-scroller").getBoundingClientRect();
					const line = parseFloat(getComputedStyle(document.querySelector(".cm-line")).lineHeight);
					return Math.floor((Math.min(code.bottom, innerHeight) - Math.max(code.top, 0)) / line);
				}""");
		assertThat(lines.intValue()).isGreaterThanOrEqualTo(14);
		for (String part : List.of(".last-run h3", ".last-run .tl-mini", ".last-run .finding", ".bar")) {
			assertThat(page.evaluate("""
					(selector) => {
						const box = document.querySelector(selector).getBoundingClientRect();
						const bar = document.querySelector(".bar").getBoundingClientRect();
						return box.top >= 0 && box.height > 0
							&& box.bottom <= (selector === ".bar" ? innerHeight : bar.top) + 1;
					}""", part)).as(part).isEqualTo(true);
		}
		expect(page.locator(".last-run .finding")).containsText("Order o-17 was charged 3 times");
		assertThat(page.evaluate("scrollY")).isEqualTo(0);
		Chromium.picture(page, Look.LIGHT, "last-run-1366");
	}

	@Test
	void marksTheLineAndLeadsToIt() {
		Page page = open(Look.LIGHT);
		Workspace workspace = new Workspace(page).ready();
		expect(page.locator(".cm-lint-marker-error")).hasCount(1);
		expect(page.locator(".cm-lintRange-error").first()).isVisible();
		workspace.editor("handler.py").press("F8");
		expect(page.locator("#announcements")).containsText("Line 12. ");
		expect(page.locator("#announcements")).containsText("Order o-17 was charged 3 times");
		page.getByText("One line to look at").click();
		page.locator("[data-remarks] a").click();
		expect(workspace.editor("handler.py")).isFocused();
		expect(page.locator(".cm-activeLineGutter").filter(new Locator.FilterOptions().setHasText("12"))).hasCount(1);
		assertThat(page.url()).contains("/exercises/");
	}

	@Test
	void marksEveryErrorOfATemplateAndListsThemInOrder() {
		site.gradings()
			.finish(this.id, SampleReports.threeErrors(site.chargeOnce(), "handler.py"),
					SampleReports.json(SampleReports.traces()));
		Page page = open(Look.LIGHT);
		Workspace workspace = new Workspace(page).ready();
		expect(page.locator(".cm-lint-marker-error")).hasCount(3);
		expect(page.locator(".last-run .finding")).containsText("The resource Dead has the type AWS::SQS::Qeue");
		expect(page.locator(".last-run .finding")).containsText("there are 2 more");
		page.getByText("3 lines to look at").click();
		expect(page.locator("[data-remarks] a"))
			.hasText(new String[] { "handler.py line 1", "handler.py line 2", "handler.py line 3" });
		workspace.editor("handler.py").press("Control+End");
		for (String line : List.of("Line 1. ", "Line 2. ", "Line 3. ")) {
			workspace.editor("handler.py").press("F8");
			expect(page.locator("#announcements")).containsText(line);
		}
		Chromium.picture(page, Look.LIGHT, "last-run-three-errors");
		page.navigate("/submissions/" + this.id);
		expect(page.locator(".problem .others li")).hasCount(3);
		expect(page.locator(".problem .others"))
			.containsText("The resource Orders has no Type. Look at handler.py line 3.");
		expect(page.locator(".problem .others")).containsText("And 2 more.");
		page.locator(".problem .others a").first().click();
		expect(page.locator("li:target")).hasClass("pointed");
		Chromium.assertAccessible(page);
		Chromium.picture(page, Look.LIGHT, "report-three-errors");
	}

	@Test
	void keepsMarksOnTheirLinesWhileOneTypes() {
		Page page = open(Look.LIGHT);
		Workspace workspace = new Workspace(page).ready();
		workspace.editor("handler.py").press("Control+Home");
		page.keyboard().type("\n");
		expect(page.locator(".cm-lint-marker-error")).hasCount(1);
		workspace.editor("handler.py").press("F8");
		expect(page.locator("#announcements")).containsText("Line 13. ");
		expect(page.locator("#announcements")).containsText("Order o-17 was charged 3 times");
	}

	@Test
	void saysAtOnceThatTheResultsAreForAnEarlierDraft() {
		Page page = open(Look.LIGHT);
		Workspace workspace = new Workspace(page).ready();
		Locator earlier = page.locator(".last-run").getByText("for an earlier draft");
		expect(earlier).isHidden();
		workspace.editor("handler.py").press("Control+Home");
		page.keyboard().type("x");
		expect(earlier).isVisible();
		Chromium.assertAccessible(page);
		page.keyboard().press("Backspace");
		workspace.expect("handler.py", SampleCourse.STARTER);
		expect(earlier).isHidden();
	}

	@Test
	void showsTheLastFinishedRunWhileAnotherWaitsAndAfterItWasCancelled() {
		SampleForm form = SampleForm.of(site.address());
		String address = form.post(form.parts("handler.py", "print('waits')")).header("Location");
		SubmissionId waiting = SubmissionId.parse(address.substring(address.lastIndexOf('/') + 1));
		Page page = open(Look.LIGHT);
		expect(page.locator(".last-run h3 a")).hasAttribute("href", "/submissions/" + this.id);
		site.gradings().cancel(waiting);
		page.reload();
		expect(page.locator(".last-run h3 a")).hasAttribute("href", "/submissions/" + this.id);
	}

	@Test
	void leadsToTheLineInTheReportWithoutScripts() {
		Page page = open(Look.NO_SCRIPTS);
		page.locator("[data-remarks] summary").press("Enter");
		page.locator("[data-remarks] a").press("Enter");
		expect(page.locator("li:target")).hasClass("pointed");
		assertThat(page.url()).contains("/submissions/" + this.id + "#file-0-line-12");
	}

	@Test
	void marksNothingInTheStarterAndInTextBoxes() {
		Page page = open(Look.LIGHT);
		page.navigate("/exercises/charge-once?starter=true");
		new Workspace(page).ready();
		expect(page.locator(".last-run h3")).hasText(Pattern.compile("3 of 4 checks pass"));
		expect(page.locator("[data-remarks]")).hasCount(0);
		expect(page.locator(".cm-lint-marker-error")).hasCount(0);
	}

	@ParameterizedTest
	@EnumSource(value = Look.class, mode = EnumSource.Mode.EXCLUDE, names = "NO_SCRIPTS")
	void isAccessible(Look look) {
		Page page = open(look);
		new Workspace(page).ready();
		page.evaluate("document.querySelectorAll('details').forEach((details) => details.open = true)");
		Chromium.assertAccessible(page);
		Chromium.assertReflows(page);
		Chromium.assertTargetsAreLarge(page);
		Chromium.picture(page, look, "last-run");
	}

	private static Page open(Look look) {
		Page page = chromium.open(look, site.address());
		page.navigate("/exercises/charge-once");
		return page;
	}

	private static LocatorAssertions expect(Locator locator) {
		return PlaywrightAssertions.assertThat(locator);
	}

}
