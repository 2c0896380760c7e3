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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody stops the packaged application while it grades, and starts it again: what a
 * learner sees, with scripts and without.
 */
@EnabledIf(value = "academy.coldstart.site.Chromium#isInstalled",
		disabledReason = "Chromium is missing: install the package chromium, or name it with -Dchromium=PATH")
class StoppedApplicationBrowserIntegrationTests {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Work WORK = Work.solution("hello-larkspur", "python", "count-pieces");

	@TempDir
	private Path directory;

	@Test
	void pagesSayThatItStopsAndGoOnByThemselvesWhenItIsBack() {
		Home home = Home.create(this.directory);
		try (Chromium chromium = new Chromium()) {
			Program first = Program.start(home, "--coldstart.grading.workers=2",
					"--db-scheduler.shutdown-max-wait=10s");
			first.site().awaitReady();
			Debugger debugger = Debugger.attach(first);
			Debugger.Halt storing = debugger.stopAt("grading.jobs.GradingTable.finish");
			String almostDone = first.site().submit(WORK);
			storing.await(PATIENCE);
			String slow = first.site().submit(slow());
			String waiting = first.site().submit(Work.starter());
			Page page = chromium.open(Look.LIGHT, first.site().address());
			page.navigate(slow);
			PlaywrightAssertions.assertThat(title(page)).containsText("Running the checks", patiently());
			page.evaluate("window.neverLoadedAgain = true");

			first.send("TERM");
			Awaitility.await()
				.atMost(PATIENCE)
				.until(() -> first.site().json("/readiness").path("level").asString().equals("stopping"));
			debugger.close();
			PlaywrightAssertions.assertThat(notice(page)).containsText("The server is stopping", patiently());
			assertThat(first.exit()).isEqualTo(143);
			PlaywrightAssertions.assertThat(notice(page)).containsText("The server does not answer", patiently());

			assertThat(StoredGradings.of(home).rows()).as(first::tail)
				.extracting((row) -> row.submission() + " " + row.status() + " " + row.attempts())
				.containsExactly(almostDone + " FINISHED 1", slow + " QUEUED 0", waiting + " QUEUED 0");
			assertThat(home.processes()).isEmpty();
			assertThat(home.workingFiles()).isEmpty();

			try (Program second = Program.launch(URI.create(first.site().address()).getPort(), home)) {
				PlaywrightAssertions.assertThat(title(page)).containsText("All 2 checks pass.", patiently());
				assertThat(page.evaluate("window.neverLoadedAgain")).isEqualTo(true);
				Work.starter().assertGraded(second.site().awaitReport(waiting));
				WORK.assertGraded(second.site().awaitReport(slow));
				WORK.assertGraded(second.site().awaitReport(almostDone));
			}
		}
	}

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

	private static Locator notice(Page page) {
		return page.locator("[data-live-part=connection]");
	}

	private static LocatorAssertions.ContainsTextOptions patiently() {
		return new LocatorAssertions.ContainsTextOptions().setTimeout((double) PATIENCE.toMillis());
	}

}
