package academy.coldstart.site;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.engine.Engine;
import academy.coldstart.engine.EngineStatus;
import academy.coldstart.site.Chromium.Look;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Goes through the course as a learner does: the whole application with its real engine,
 * a database file of its own, and a browser.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIf(value = "academy.coldstart.site.Chromium#isInstalled",
		disabledReason = "Chromium is missing: install the package chromium, or name it with -Dchromium=PATH")
class JourneyBrowserIntegrationTests {

	private static final LocatorAssertions.HasTextOptions PATIENTLY = new LocatorAssertions.HasTextOptions()
		.setTimeout(60_000);

	@TempDir
	private static Path var;

	private static Chromium chromium;

	@LocalServerPort
	private int port;

	@Autowired
	private Course course;

	@Autowired
	private Engine engine;

	@DynamicPropertySource
	static void files(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url",
				() -> "jdbc:h2:async:" + var.resolve("db/coldstart") + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0");
		registry.add("coldstart.engine.instances", () -> var.resolve("engine"));
	}

	@BeforeAll
	static void start() {
		chromium = new Chromium();
	}

	@AfterAll
	static void stop() {
		chromium.close();
	}

	@AfterEach
	void nothingWentWrongBehindTheScenes() {
		List<String> complaints = chromium.complaints();
		chromium.reset();
		assertThat(complaints).isEmpty();
	}

	@Test
	@Order(1)
	void leadsFromTheFirstPageToHundredPoints() {
		Page page = chromium.open(Look.LIGHT, address());
		page.navigate("/");
		assertThat(this.engine.status().state()).as("%s", this.engine.status())
			.isIn(EngineStatus.State.INSTALLING, EngineStatus.State.STARTING);
		expect(page.locator(".map")).containsText("Idempotency");
		expect(page.locator(".chip")).hasText("Grading is getting ready");
		page.locator(".map").getByText("Idempotency", new Locator.GetByTextOptions().setExact(true)).click();
		expect(title(page)).hasText("Idempotency");
		expect(page.locator("main")).containsText("bought one fern and paid for two");
		expect(page.locator(".chip")).hasText("Grading is ready",
				new LocatorAssertions.HasTextOptions().setTimeout(480_000));
		page.locator("#exercises").getByText("Paid twice").click();
		expect(title(page)).hasText("Paid twice");

		page.getByText("Run checks").click();
		expect(page).hasURL(Pattern.compile("/submissions/"));
		expect(page.locator("[data-stage=package]")).containsText("Done");
		expect(page.locator("[data-stage=deploy]")).containsText("Done", patiently());
		expect(page.locator("[data-check=C1]")).containsText("was charged", patiently());
		expect(title(page)).hasText(Pattern.compile("\\d of 4 checks pass\\.|None of the 4 checks"), PATIENTLY);
		Locator first = page.locator(".check[data-outcome=failed]").first();
		expect(first).containsText(Pattern.compile("Order \\S+ was charged \\d+ times, at .+ s; expected once\\."));
		expect(page.locator(".verdict-line")).hasAttribute("data-outcome", "failed");
		expect(page.locator("tr.grader").first()).isVisible();

		page.getByText("Change the code").click();
		Workspace workspace = new Workspace(page).ready();
		workspace.expect("handler.py", starter("charge-once").strip() + "\n");
		workspace.type("handler.py", solution("charge-once", "conditional-put"));
		page.getByText("Run checks").click();
		expect(title(page)).hasText("All 4 checks pass.", PATIENTLY);
		expect(page.locator(".verdict-line")).containsText("100 of 100 points");
		page.navigate("/exercises/charge-once");
		expect(page.locator(".attempts li")).hasCount(2);
	}

	@Test
	@Order(2)
	void doesWithoutScripts() {
		awaitEngine();
		Page page = chromium.open(Look.NO_SCRIPTS, address());
		page.navigate("/exercises/hello-larkspur");
		page.getByLabel("handler.py").fill(solution("hello-larkspur", null));
		page.getByText("Run checks").click();
		expect(page).hasURL(Pattern.compile("/submissions/"));
		expect(title(page)).hasText("All 2 checks pass.", PATIENTLY);
		expect(page.locator(".verdict-line")).containsText("100 of 100 points");
	}

	@ParameterizedTest
	@EnumSource(Language.class)
	@Order(3)
	void readsTriesFailsOpensAHintAndPasses(Language language) {
		awaitEngine();
		Exercise exercise = exercise("hello-larkspur");
		String file = Objects.requireNonNull(exercise.handlers().get(language)).file();
		Page page = chromium.open(Look.LIGHT, address());
		page.navigate("/lessons/" + exercise.lesson());
		page.locator("#exercises").getByText(exercise.title()).click();
		page.locator("nav.tabs").getByText(language.title()).click();
		expect(page.locator("nav.tabs [aria-current=true]")).hasText(language.title());

		Workspace workspace = new Workspace(page).ready();
		workspace.type(file, this.course.starter(exercise, language).text(file) + "\n");
		page.keyboard().press("ControlOrMeta+Shift+Enter");
		expect(page.locator(".try-headline")).containsText("It returned after", patiently());
		expect(page.locator(".try-result")).containsText("received: ");
		expect(page).hasURL(Pattern.compile("/exercises/hello-larkspur"));

		page.getByText("Run checks").click();
		expect(title(page)).hasText("1 of 2 checks pass. One to go.", PATIENTLY);
		Locator failed = page.locator(".check[data-outcome=failed]");
		failed.getByText("Hint 1 of 3").click();
		expect(failed).containsText("An order of two ferns and three spades has five items.");

		page.getByText("Change the code").click();
		workspace.ready().type(file, solution(exercise, language).text(file));
		page.getByText("Run checks").click();
		expect(title(page)).hasText("All 2 checks pass.", PATIENTLY);
		expect(page.locator(".verdict-line")).containsText("100 of 100 points");
	}

	private void awaitEngine() {
		Awaitility.await()
			.atMost(Duration.ofMinutes(8))
			.until(() -> this.engine.status().state() == EngineStatus.State.READY);
	}

	private SourceFiles solution(Exercise exercise, Language language) {
		return this.course.solutions(exercise)
			.stream()
			.filter((solution) -> solution.language() == language)
			.findFirst()
			.orElseThrow()
			.files();
	}

	private String address() {
		return "http://localhost:" + this.port;
	}

	private String starter(String exercise) {
		return this.course.starter(exercise(exercise), Language.PYTHON).text("handler.py");
	}

	private String solution(String exercise, @Nullable String name) {
		return this.course.solutions(exercise(exercise))
			.stream()
			.filter((solution) -> name == null || solution.name().equals(name))
			.findFirst()
			.orElseThrow()
			.files()
			.text("handler.py");
	}

	private Exercise exercise(String slug) {
		return this.course.exercise(new Slug(slug)).orElseThrow();
	}

	private static LocatorAssertions.ContainsTextOptions patiently() {
		return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
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

}
