package academy.coldstart.site;

import java.nio.file.Path;
import java.util.List;

import academy.coldstart.course.Course;
import academy.coldstart.project.TheCourse;
import academy.coldstart.site.Chromium.Look;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Diagrams and recorded runs of the lessons of this course.
 */
@BrowserTest
class FiguresBrowserIntegrationTests {

	private static final Course COURSE = TheCourse.read();

	private static SampleSite site;

	private static Chromium chromium;

	@BeforeAll
	static void start() {
		site = new SampleSite(COURSE);
		chromium = new Chromium();
	}

	@AfterEach
	void nothingWentWrongBehindTheScenes() {
		List<String> complaints = chromium.complaints();
		chromium.reset();
		assertThat(complaints).isEmpty();
	}

	@AfterAll
	static void stop() {
		chromium.close();
		site.close();
	}

	@ParameterizedTest
	@EnumSource(value = Look.class, mode = EnumSource.Mode.EXCLUDE, names = "NO_SCRIPTS")
	void diagramsAreReadableOnEveryScreen(Look look) {
		List<String> lessons = lessonsWithDiagrams();
		assertThat(lessons).hasSizeGreaterThanOrEqualTo(5);
		Page page = chromium.open(look, site.address());
		for (String lesson : lessons) {
			page.navigate(lesson);
			expect(page.locator(".diagram svg text").first()).isVisible();
			Chromium.assertAccessible(page);
			Chromium.assertReflows(page);
			Chromium.picture(page, look, "diagram");
		}
	}

	@Test
	void wideDiagramsScrollWithinTheirFrameOnTheSmallestScreen() {
		Page page = chromium.open(Look.PHONE, site.address());
		page.setViewportSize(320, 640);
		page.navigate("/lessons/batches");
		Chromium.assertReflows(page);
		assertThat(page.evaluate("""
				(() => {
					const frame = document.querySelector(".diagram .scroller");
					return frame.scrollWidth > frame.clientWidth && frame.tabIndex === 0;
				})()""")).isEqualTo(true);
	}

	@Test
	void diagramsFollowTheColorsOfThePage() {
		assertThat(boxColor(Look.LIGHT)).isNotEqualTo(boxColor(Look.DARK));
	}

	private static Object boxColor(Look look) {
		Page page = chromium.open(look, site.address());
		page.navigate("/lessons/vocabulary-and-lifecycle");
		return page.evaluate("getComputedStyle(document.querySelector('.dg-fill-box')).fill");
	}

	@Test
	void sayTheSameInWordsWithoutScripts() {
		Page page = chromium.open(Look.NO_SCRIPTS, site.address());
		page.navigate("/lessons/batches");
		page.locator(".diagram summary").click();
		expect(page.locator(".diagram details")).containsText("The pollers receive ten messages");
	}

	@Test
	void fitOnPaper() {
		Page page = chromium.open(Look.LIGHT, site.address());
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		page.setViewportSize(660, 900);
		page.navigate("/course/print");
		assertThat(page.locator(".diagram svg").count()).isGreaterThanOrEqualTo(5);
		assertThat((List<?>) page.evaluate("""
				[...document.querySelectorAll(".diagram svg")]
					.filter((svg) => svg.getBoundingClientRect().right > document.documentElement.clientWidth)
					.map((svg) => svg.ariaLabel)""")).isEmpty();
		expect(page.locator(".diagram details").first()).isHidden();
		page.locator(".diagram")
			.first()
			.screenshot(new Locator.ScreenshotOptions().setPath(Path.of("target/screenshots/print-diagram.png")));
	}

	@ParameterizedTest
	@EnumSource(Look.class)
	void recordedRunsAreShownToThoseWhoHavePredicted(Look look) {
		Page page = chromium.open(look, site.address());
		page.navigate("/lessons/idempotency");
		Locator question = page.locator(".question[data-type=predict]").first();
		expect(question).containsText("A function that looks first was recorded.");
		expect(question.locator(".run-figure")).hasCount(0);
		question.getByRole(AriaRole.SPINBUTTON).fill("6");
		question.getByText("Check", new Locator.GetByTextOptions().setExact(true)).click();
		expect(question.locator(".verdict")).hasText("Not this one.");
		expect(question.locator(".run-figure svg")).isVisible();
		expect(question.locator(".run-figure figcaption")).containsText("Five environments look into the table");
		if (look != Look.NO_SCRIPTS) {
			Chromium.assertReflows(page);
			Chromium.assertAccessible(page);
			question.getByText("Try again").click();
			expect(question.locator(".run-figure")).hasCount(0);
		}
	}

	private static List<String> lessonsWithDiagrams() {
		return COURSE.map()
			.modules()
			.stream()
			.flatMap((module) -> module.entries().stream())
			.map((entry) -> entry.lesson())
			.filter((lesson) -> lesson.page().html().contains("<figure class=\"diagram\">"))
			.map((lesson) -> "/lessons/" + lesson.slug())
			.toList();
	}

	private static LocatorAssertions expect(Locator locator) {
		return PlaywrightAssertions.assertThat(locator);
	}

}
