package academy.coldstart.site;

import java.util.List;
import java.util.regex.Pattern;

import academy.coldstart.course.ReviewVerdict;
import academy.coldstart.grading.GradeReport.Outcome;
import academy.coldstart.site.Chromium.Look;
import academy.coldstart.submission.SubmissionId;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BrowserTest
class ReviewBrowserIntegrationTests {

	private static SampleSite site;

	private static Chromium chromium;

	@BeforeAll
	static void start(SampleSite started, Chromium opened) {
		site = started;
		chromium = opened;
	}

	@AfterEach
	void forget() {
		site.reviews().forget();
	}

	@ParameterizedTest
	@EnumSource(value = Look.class, names = { "LIGHT", "NO_SCRIPTS" })
	void leadsByKeyboardFromHomeIntoAReviewAndPutsItOff(Look look) {
		site.reviews().due(site.chargeOnce());
		Page page = chromium.open(look, site.address());
		page.navigate("/");
		expect(page.locator(".reviews")).containsText("due since 24 Nov 2026");
		tabTo(page, page.getByText("Review in Python"));
		page.keyboard().press("Enter");
		PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile("/exercises/charge-once\\?language=python$"));
		expect(page.locator("#review")).containsText("This exercise is in review.");
		expect(page.locator("#review")).containsText("Each order is charged once");
		new Workspace(page).expect("handler.py", SampleCourse.STARTER);
		page.navigate("/");
		expect(page.locator(".reviews")).containsText("in review since 26 Nov 2026");
		expect(page.getByText("Go on in Python")).isVisible();
		tabTo(page, page.getByText("Not now", new Page.GetByTextOptions().setExact(true)));
		page.keyboard().press("Enter");
		expect(page.locator(".map")).isVisible();
		expect(page.locator(".reviews")).hasCount(0);
		page.navigate("/progress");
		expect(page.locator("main")).containsText("Review put off to 29 Nov 2026");
	}

	@ParameterizedTest
	@EnumSource(value = Look.class, names = { "LIGHT", "NO_SCRIPTS" })
	void runsChecksInAReviewAsAlways(Look look) {
		site.reviews().due(site.chargeOnce());
		Page page = chromium.open(look, site.address());
		page.navigate("/");
		page.getByText("Review in Python").click();
		expect(page.locator("#review")).isVisible();
		page.locator("#review").getByText("course map").click();
		expect(page.locator("#reviews-title")).isInViewport();
		page.getByText("Go on in Python").click();
		expect(page.locator("#review")).isVisible();
		page.getByText("Run checks").click();
		expect(page.locator("h1")).containsText("Waiting for a free runner");
	}

	@ParameterizedTest
	@EnumSource(value = Look.class, names = { "LIGHT", "PHONE", "NO_SCRIPTS" })
	void asksAQuestionWhoseFirstAnswerDecides(Look look) {
		site.reviews().due(site.chargeOnce());
		Page page = chromium.open(look, site.address());
		page.navigate("/");
		page.getByText("Answer a question").click();
		expect(page.locator("h1")).hasText("Review: Paid twice");
		expect(page.locator("main")).containsText("Your first answer decides the review");
		page.getByText("Check", new Page.GetByTextOptions().setExact(true)).click();
		expect(page.locator(".reply")).containsText("Choose an answer first.");
		page.getByLabel("The tenant").check();
		page.getByText("Check", new Page.GetByTextOptions().setExact(true)).click();
		expect(page.locator(".note")).containsText("The review is not passed. What you reached stays.");
		expect(page.locator(".note")).containsText("again on 4 Dec 2026.");
		expect(page.locator(".reply")).containsText("One right answer is missing.");
		expect(page.getByText("It is what shall be charged.")).isVisible();
		expect(page.getByText("Try again")).hasCount(0);
		expect(page.getByText("Check", new Page.GetByTextOptions().setExact(true))).hasCount(0);
		if (look != Look.NO_SCRIPTS) {
			check(page, look, "answered");
		}
		page.locator("main").getByText("Back to the course map").click();
		expect(page.locator(".reviews")).hasCount(0);
		page.navigate("/exercises/charge-once/review/question");
		PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile("/exercises/charge-once$"));
	}

	@ParameterizedTest
	@EnumSource(value = Look.class, mode = EnumSource.Mode.EXCLUDE, names = "NO_SCRIPTS")
	void isAccessibleWhereverItIsSaid(Look look) {
		SubmissionId id = site.submit();
		site.gradings()
			.finish(id,
					SampleReports.report(site.chargeOnce(), Outcome.FAILED,
							List.of(SampleReports.passed(site.chargeOnce().checks().get(0)),
									SampleReports.failed(site.chargeOnce().checks().get(1))),
							null),
					SampleReports.json(SampleReports.traces()));
		site.reviews()
			.verdict(id.toString(), new ReviewVerdict(site.chargeOnce().checks().getFirst().title(),
					ReviewVerdict.Outcome.PASSED, SampleReviews.DAY.plusDays(10)));
		site.reviews().due(site.chargeOnce());
		Page page = chromium.open(look, site.address());
		page.navigate("/");
		check(page, look, "due");
		page.navigate("/progress");
		check(page, look, "due");
		page.navigate("/submissions/" + id);
		expect(page.locator("#review")).containsText("comes up for review again on 4 Dec 2026.");
		check(page, look, "review");
		page.navigate("/exercises/charge-once/review/question");
		check(page, look, "review");
		page.navigate("/");
		page.getByText("Review in Python").click();
		new Workspace(page).ready();
		check(page, look, "review");
		page.navigate("/");
		check(page, look, "begun");
	}

	private static void check(Page page, Look look, String state) {
		Chromium.assertAccessible(page);
		Chromium.assertReflows(page);
		Chromium.assertTargetsAreLarge(page);
		Chromium.picture(page, look, state);
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

	private static LocatorAssertions expect(Locator locator) {
		return PlaywrightAssertions.assertThat(locator);
	}

}
