package academy.coldstart.site;

import java.util.List;
import java.util.Set;

import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradeReport.Outcome;
import academy.coldstart.site.Chromium.Look;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.timeline.Figure;
import academy.coldstart.timeline.SampleTraces;
import academy.coldstart.trace.Trace;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The figure of a run in a real browser, with traces of real runs.
 */
@BrowserTest
class TimelineBrowserIntegrationTests {

	private static SampleSite site;

	private static Chromium chromium;

	@BeforeAll
	static void start(SampleSite started, Chromium opened) {
		site = started;
		chromium = opened;
	}

	@Test
	void showsTheRunAtAGlanceBesideTheFirstFailingCheck() {
		Page page = chromium.open(Look.LIGHT, site.address());
		page.setViewportSize(1366, 768);
		report(page, SampleTraces.real("charge-once"));
		for (String part : List.of(".tl-overview", ".check[data-outcome=failed]")) {
			BoundingBox box = page.locator(part).first().boundingBox();
			assertThat(box.y + box.height).as(part).isLessThan(768);
		}
		page.locator(".tl-overview").click();
		expect(page.locator("#figure")).isInViewport();
	}

	@ParameterizedTest
	@ValueSource(strings = { "charge-once", "init-once", "one-bad-apple", "where-failures-go", "storm" })
	void drawsEveryMarkAndLetsNoTextsCollide(String run) {
		Trace trace = run.equals("storm") ? SampleTraces.storm(200) : SampleTraces.real(run);
		Page page = chromium.open(Look.LIGHT, site.address());
		report(page, trace);
		int marks = Figure.of(trace, Set.of()).marks().size();
		expect(page.locator("#figure .mark > rect")).hasCount(marks);
		expect(page.locator(".tl-mini rect")).hasCount(marks);
		expect(page.locator(".tl-detail")).hasCount(marks);
		Object collisions = page.evaluate(
				"""
						() => {
							const texts = [...document.querySelectorAll("#figure text")].map((text) => [text, text.getBBox()]);
							const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y + 3 < b.y + b.height && b.y + 3 < a.y + a.height;
							return texts.flatMap(([one, box], index) => texts.slice(index + 1)
								.filter(([other, around]) => meet(box, around)).map(([other]) => one.textContent + " | " + other.textContent));
						}""");
		assertThat((List<?>) collisions).isEmpty();
		Object outside = page.evaluate(
				"""
						() => [...document.querySelectorAll("#figure text")]
							.filter((text) => text.getBBox().x + text.getBBox().width > 1040).map((text) => text.textContent)""");
		assertThat((List<?>) outside).isEmpty();
	}

	@Test
	void isWalkedThroughWithArrowKeys() {
		Page page = chromium.open(Look.LIGHT, site.address());
		report(page, SampleTraces.real("where-failures-go"));
		expect(page.locator("#figure .mark[tabindex='0']")).hasCount(1);
		page.locator("#figure .mark[tabindex='0']").focus();
		page.keyboard().press("ArrowDown");
		expect(page.locator(".mark:focus title")).containsText("Cold start: Init phase");
		page.keyboard().press("ArrowRight");
		expect(page.locator(".mark:focus title")).containsText("Invocation, first in its environment");
		page.keyboard().press("Enter");
		Locator detail = page.locator(".tl-detail:focus");
		expect(detail).containsText("Request id");
		expect(detail).containsText("Billed");
		expect(detail).containsText("o-47051");
		page.keyboard().press("Escape");
		expect(page.locator(".mark:focus title")).containsText("Invocation, first in its environment");
	}

	@Test
	void selectsWhatACheckPointsAtAndTheOtherWayRound() {
		Page page = chromium.open(Look.LIGHT, site.address());
		report(page, SampleTraces.real("charge-once"), "c45", "c46");
		Locator check = page.locator("#check-C1");
		expect(page.locator("#figure .mark.evidence")).hasCount(2);
		check.getByText("Show in the timeline").click();
		expect(page.locator("#figure .mark.selected")).hasCount(2);
		expect(page.locator("#figure .mark[data-events=c45]")).isInViewport();
		page.locator("#figure .mark[data-events=c46]").dispatchEvent("click");
		expect(check.locator("a.chosen")).hasCount(1);
		expect(check.locator("a.chosen")).hasAttribute("href", "#c46");
		expect(page.locator(".tl-detail.chosen")).hasCount(1);
	}

	@Test
	void showsOneInvocationAlone() {
		Page page = chromium.open(Look.LIGHT, site.address());
		report(page, SampleTraces.real("where-failures-go"));
		page.getByLabel("Look at").selectOption("i1");
		expect(page.locator("#figure .mark.kept")).hasCount(2);
		expect(page.locator("tbody tr:visible")).hasCount(2);
		page.getByLabel("Look at").selectOption("");
		expect(page.locator("tbody tr:visible")).hasCount(17);
	}

	@Test
	void describesEventsWithoutScripts() {
		Page page = chromium.open(Look.NO_SCRIPTS, site.address());
		report(page, SampleTraces.real("where-failures-go"));
		expect(page.locator("#about-c42")).isHidden();
		page.locator("#figure .mark.dead-letter").click();
		expect(page.locator("#about-c42")).isVisible();
		page.locator("#about-c42").getByText("Show its row in the table").click();
		expect(page.locator("tr:target")).containsText("SNS Publish");
	}

	@ParameterizedTest
	@EnumSource(value = Look.class, names = { "LIGHT", "DARK", "PHONE" })
	void isAccessible(Look look) {
		Page page = chromium.open(look, site.address());
		report(page, SampleTraces.real("charge-once"), "c45", "c46");
		page.locator("#figure .mark[data-events=c45]").dispatchEvent("click");
		Chromium.assertAccessible(page);
		Chromium.assertReflows(page);
		Chromium.assertTargetsAreLarge(page);
	}

	private static void report(Page page, Trace trace, String... evidence) {
		SubmissionId id = site.submit();
		List<CheckResult> checks = site.chargeOnce()
			.checks()
			.stream()
			.map((check) -> new CheckResult(check.id(), check.title(), check.gate(), 0, check.points(),
					CheckResult.Outcome.FAILED, "Order o-17 was charged 3 times.", "1 charge", "3 charges",
					trace.seed(), null, null, List.of(evidence), 10))
			.toList();
		site.gradings()
			.finish(id, SampleReports.report(site.chargeOnce(), Outcome.FAILED, checks, null),
					SampleReports.json(List.of(trace)));
		page.navigate("/submissions/" + id);
	}

	private static LocatorAssertions expect(Locator locator) {
		return PlaywrightAssertions.assertThat(locator);
	}

}
