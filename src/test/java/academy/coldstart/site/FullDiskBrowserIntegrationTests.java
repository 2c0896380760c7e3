package academy.coldstart.site;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import academy.coldstart.process.Command;
import academy.coldstart.process.CommandResult;
import academy.coldstart.site.Chromium.Look;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Lets the disk of the database run full under the whole application.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
@EnabledIf(value = "academy.coldstart.site.Chromium#isInstalled",
		disabledReason = "Chromium is missing: install the package chromium, or name it with -Dchromium=PATH")
class FullDiskBrowserIntegrationTests {

	private static final Pattern ACCEPTED = Pattern.compile("/submissions/.");

	@TempDir
	private static Path directory;

	private static boolean mounted;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void files(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url",
				() -> "jdbc:h2:async:" + disk().resolve("db/coldstart") + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0");
		// No engine is needed: its folder cannot be made below a file.
		registry.add("coldstart.engine.cache", () -> directory.resolve("file/kit").toString());
	}

	@BeforeAll
	static void mountDisk() throws IOException {
		Files.createFile(directory.resolve("file"));
		Files.createDirectory(disk());
		mounted = tool("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk().toString());
		assumeThat(mounted).as("a small disk can be mounted").isTrue();
	}

	@AfterAll
	static void unmountDisk() {
		if (mounted) {
			tool("umount", "--lazy", disk().toString());
		}
	}

	@Test
	void losesNothingThatWasTyped() throws IOException {
		try (Chromium chromium = new Chromium()) {
			Page page = chromium.open(Look.LIGHT, "http://localhost:" + this.port);
			page.navigate("/exercises/hello-larkspur");
			Workspace workspace = new Workspace(page);
			workspace.type("handler.py", "print('hours of work')");
			fill();
			page.getByText("Run checks").click();
			PlaywrightAssertions.assertThat(page.getByRole(AriaRole.ALERT))
				.containsText("It could not be saved", patiently());
			PlaywrightAssertions.assertThat(page.getByRole(AriaRole.ALERT)).containsText("Make room on the disk");
			workspace.expect("handler.py", "print('hours of work')");

			Files.delete(disk().resolve("filler"));
			// The connections to the closed database are replaced one by one.
			Awaitility.await()
				.pollInSameThread()
				.atMost(Duration.ofSeconds(30))
				.pollInterval(Duration.ofSeconds(1))
				.until(() -> {
					page.getByText("Run checks").click();
					page.waitForLoadState();
					return ACCEPTED.matcher(page.url()).find();
				});
			Awaitility.await()
				.pollInSameThread()
				.atMost(Duration.ofSeconds(30))
				.until(() -> page.navigate("/exercises/hello-larkspur").ok());
			workspace.expect("handler.py", "print('hours of work')");
		}
	}

	private static void fill() throws IOException {
		try (OutputStream out = Files.newOutputStream(disk().resolve("filler"))) {
			assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
				while (true) {
					out.write(new byte[4096]);
				}
			});
		}
	}

	private static Path disk() {
		return directory.resolve("disk");
	}

	private static LocatorAssertions.ContainsTextOptions patiently() {
		return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
	}

	private static boolean tool(String... line) {
		Command command = new Command(List.of(line), Path.of("/"), Map.of("PATH", System.getenv("PATH")));
		return CommandResult.of(command, Duration.ofSeconds(20), (text) -> {
		}).succeeded();
	}

}
