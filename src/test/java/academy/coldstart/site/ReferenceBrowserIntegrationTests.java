package academy.coldstart.site;

import java.util.List;
import java.util.regex.Pattern;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.grading.GradeReport.Outcome;
import academy.coldstart.grading.ReferenceState;
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

/**
 * Compares an attempt with the reference, in a browser.
 */
@BrowserTest
class ReferenceBrowserIntegrationTests {

	private static final List<Look> LOOKS = List.of(Look.LIGHT, Look.DARK, Look.PHONE, Look.NARROW);

	private static SampleSite site;

	private static Chromium chromium;

	@BeforeAll
	static void start(SampleSite started, Chromium opened) {
		site = started;
		chromium = opened;
	}

	@BeforeEach
	void forget() {
		site.references().forget();
	}

	@ParameterizedTest
	@EnumSource(value = Look.class, names = { "LIGHT", "NO_SCRIPTS" })
	void leadsFromTheReportToTheComparison(Look look) {
		SubmissionId id = graded(Outcome.FAILED);
		Page page = chromium.open(look, site.address());
		page.navigate("/submissions/" + id);
		page.getByText("Compare with the reference").click();
		expect(page.locator("h1")).hasText("Your run and the reference");
		expect(page.locator("main")).containsText("Waiting for a free runner.");
		site.references().reach(ReferenceState.RUNNING);
		expect(page.locator("main")).containsText("Running the reference with the same values.");
		site.references().reach(ReferenceState.FAULTED);
		expect(page.locator("main")).containsText("This is our fault");
		page.getByText("Try again").click();
		expect(page.locator("main")).containsText("Waiting for a free runner.");
		site.references().reach(ReferenceState.DONE);
		expect(page.locator("main")).containsText("The first call that differs is DynamoDB GetItem at 0.402 s");
		page.getByText("Show your call in the report").click();
		expect(page.locator("tr:target")).containsText("DynamoDB GetItem");
	}

	@Test
	void isAccessibleInEveryState() {
		SubmissionId id = graded(Outcome.FAILED);
		look(id, "offered");
		Page page = chromium.open(Look.LIGHT, site.address());
		page.navigate("/submissions/" + id + "/reference");
		page.getByText("Compare with the reference").click();
		expect(page.locator("main")).hasAttribute("data-waiting", Pattern.compile("/reference"));
		look(id, "waiting");
		site.references().reach(ReferenceState.FAULTED);
		look(id, "faulted");
		site.references().reach(ReferenceState.DONE);
		look(id, "compared");
		graded(Outcome.PASSED);
		look(id, "passed");
	}

	private static void look(SubmissionId id, String state) {
		for (Look look : LOOKS) {
			Page page = chromium.open(look, site.address());
			page.navigate("/submissions/" + id + "/reference");
			Chromium.assertAccessible(page);
			Chromium.assertReflows(page);
			Chromium.assertTargetsAreLarge(page);
			Chromium.picture(page, look, state);
			page.close();
		}
	}

	private static SubmissionId graded(Outcome outcome) {
		SubmissionId id = site.submit();
		int failing = (outcome == Outcome.FAILED) ? 1 : 0;
		List<CheckDefinition> checks = site.chargeOnce().checks();
		site.gradings()
			.finish(id,
					SampleReports.report(site.chargeOnce(), outcome,
							checks.stream()
								.map((check) -> (checks.indexOf(check) < failing) ? SampleReports.failed(check)
										: SampleReports.passed(check))
								.toList(),
							null),
					SampleReports.json(SampleReports.traces()));
		site.gradings().endState(id, SampleStates.json());
		return id;
	}

	private static LocatorAssertions expect(Locator locator) {
		return PlaywrightAssertions.assertThat(locator);
	}

}
