package academy.coldstart.survival;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import academy.coldstart.site.Chromium;
import academy.coldstart.site.Chromium.Look;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody stops the packaged application while it grades, and starts it again: what a
 * learner sees.
 */
@EnabledIf(value = "academy.coldstart.site.Chromium#isInstalled",
		disabledReason = "Chromium is missing: install the package chromium, or name it with -Dchromium=PATH")
class StoppedApplicationBrowserIntegrationTests {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Work WORK = Work.solution("hello-larkspur", "python", "count-pieces");

	@TempDir
	private Path directory;

	@Test
	void aPageWithoutScriptsIsRightWhenItIsLoadedAgain() {
		Home home = Home.create(this.directory);
		try (Chromium chromium = new Chromium()) {
			Program first = Program.start(home, "--db-scheduler.shutdown-max-wait=10s");
			String submission = first.site().submit(slow());
			Page page = chromium.open(Look.NO_SCRIPTS, first.site().address());
			page.navigate(submission);
			first.send("TERM");
			PlaywrightAssertions.assertThat(page.locator(".readiness"))
				.containsText("Coldstart is being stopped", patiently());
			assertThat(first.exit()).isEqualTo(143);
			try (Program second = Program.launch(URI.create(first.site().address()).getPort(), home)) {
				second.site();
				page.navigate(submission);
				PlaywrightAssertions.assertThat(title(page)).containsText("All 2 checks pass.", patiently());
			}
		}
	}

	/**
	 * Return work that is right and takes longer than a stop waits for it.
	 */
	private static Work slow() {
		String handler = WORK.files().get("handler.py");
		return new Work(WORK.exercise(), WORK.language(), Map.of("handler.py", handler + """


				import time

				time.sleep(8)
				quick = handler


				def handler(event, context):
				    time.sleep(2)
				    return quick(event, context)
				"""), WORK.outcome(), WORK.score(), WORK.failed());
	}

	private static Locator title(Page page) {
		return page.locator("h1");
	}

	private static LocatorAssertions.ContainsTextOptions patiently() {
		return new LocatorAssertions.ContainsTextOptions().setTimeout((double) PATIENCE.toMillis());
	}

}
