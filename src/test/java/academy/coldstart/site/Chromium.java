package academy.coldstart.site;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The browser of the tests: the installed Chromium, driven without any download.
 */
public final class Chromium implements AutoCloseable {

	private static final Path EXECUTABLE = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));

	private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

	/**
	 * How long a page may take to show something: it depends on what else the machine
	 * does.
	 */
	private static final double PATIENCE = 30_000;

	private final Playwright playwright = Playwright
		.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

	private final Browser browser = this.playwright.chromium()
		.launch(new BrowserType.LaunchOptions().setExecutablePath(EXECUTABLE)
			.setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
					"--disable-component-update", "--disable-sync")));

	private final List<BrowserContext> contexts = new ArrayList<>();

	private final List<String> complaints = new ArrayList<>();

	public Chromium() {
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
	}

	/**
	 * Say whether browser tests can run. Where COLDSTART_REQUIRE_BROWSER is set they
	 * must: without a browser they fail there instead of being skipped.
	 * @return whether they run
	 */
	public static boolean isInstalled() {
		return Files.isExecutable(EXECUTABLE) || "true".equals(System.getenv("COLDSTART_REQUIRE_BROWSER"));
	}

	/**
	 * Open a page that writes down everything that must not happen: errors, violations of
	 * the content security policy, requests to another origin.
	 * @param look how the page is shown
	 * @param origin the only origin it may ask
	 * @return the page
	 */
	public Page open(Look look, String origin) {
		BrowserContext context = this.browser.newContext(new Browser.NewContextOptions().setBaseURL(origin)
			.setColorScheme(look.colors)
			.setJavaScriptEnabled(look.scripts)
			.setViewportSize(look.width, look.height));
		this.contexts.add(context);
		Page page = context.newPage();
		page.onConsoleMessage((message) -> {
			if (message.type().equals("error") || message.type().equals("warning")) {
				this.complaints.add(page.url() + ": " + message.text());
			}
		});
		page.onPageError((error) -> this.complaints.add(page.url() + ": " + error));
		page.onRequest((request) -> {
			if (!request.url().startsWith(origin + "/")) {
				this.complaints.add(page.url() + " asked " + request.url());
			}
		});
		return page;
	}

	public List<String> complaints() {
		return List.copyOf(this.complaints);
	}

	/**
	 * Forget complaints that a test caused on purpose.
	 * @param part what they contain
	 */
	void forgive(String part) {
		this.complaints.removeIf((complaint) -> complaint.contains(part));
	}

	/**
	 * Close all pages and forget what they complained about.
	 */
	void reset() {
		this.contexts.forEach(BrowserContext::close);
		this.contexts.clear();
		this.complaints.clear();
	}

	static void assertAccessible(Page page) {
		ViewportSize window = page.viewportSize();
		Object height = page.evaluate("document.documentElement.scrollHeight");
		// In a window as high as the page, what sticks to its edges covers nothing.
		page.setViewportSize(window.width, ((Number) height).intValue());
		page.evaluate("window.scrollTo(0, 0)");
		List<Rule> violations = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
		page.setViewportSize(window.width, window.height);
		assertThat(violations).as(page.url()).isEmpty();
	}

	/**
	 * Say that nothing but code and tables may be wider than the window, also when
	 * everything is twice as large.
	 * @param page the page
	 */
	static void assertReflows(Page page) {
		assertFits(page);
		ViewportSize window = page.viewportSize();
		if (window.width >= 2 * Look.NARROW.width) {
			page.setViewportSize(window.width / 2, window.height / 2);
			assertFits(page);
			page.setViewportSize(window.width, window.height);
		}
	}

	private static void assertFits(Page page) {
		Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
		assertThat(((Number) overflow).intValue())
			.as("%s scrolls sideways at %d pixels", page.url(), page.viewportSize().width)
			.isLessThanOrEqualTo(0);
	}

	/**
	 * Say that buttons, tabs and folds are at least 36 pixels high.
	 * @param page the page
	 */
	static void assertTargetsAreLarge(Page page) {
		Object small = page.evaluate("""
				[...document.querySelectorAll("button, .button, summary, .tabs a, input[type=file]")]
					.filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 36)
					.map((element) => element.outerHTML)""");
		assertThat((List<?>) small).as(page.url() + " has targets under 36 px").isEmpty();
	}

	/**
	 * Keep a picture of a page in {@code target/screenshots}, to be looked at.
	 * @param page the page
	 * @param look how it is shown
	 * @param state tells pages of one address apart
	 */
	static void picture(Page page, Look look, String state) {
		String path = URI.create(page.url()).getPath().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id").replace('/', '-');
		String name = path + "-" + state;
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
			.setPath(
					Path.of("target/screenshots", (name + "-" + look).toLowerCase(Locale.ROOT).substring(1) + ".png")));
	}

	@Override
	public void close() {
		this.playwright.close();
	}

	/**
	 * How a page is shown.
	 */
	public enum Look {

		/** A window on a desk, by day. */
		LIGHT(ColorScheme.LIGHT, 1440, 900, true),

		/** The same, by night. */
		DARK(ColorScheme.DARK, 1440, 900, true),

		/** A phone. */
		PHONE(ColorScheme.LIGHT, 390, 844, true),

		/** The narrowest window that pages must fit into. */
		NARROW(ColorScheme.DARK, 320, 640, true),

		/** A browser that runs no scripts. */
		NO_SCRIPTS(ColorScheme.LIGHT, 1280, 800, false);

		private final ColorScheme colors;

		private final int width;

		private final int height;

		private final boolean scripts;

		Look(ColorScheme colors, int width, int height, boolean scripts) {
			this.colors = colors;
			this.width = width;
			this.height = height;
			this.scripts = scripts;
		}

	}

}
