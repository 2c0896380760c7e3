package academy.coldstart.survival;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Kills the packaged application with signal 9 while the stack of one try is open and
 * another try is at work: nothing of them is left after the next start, and trying goes
 * on.
 */
class KilledTryIntegrationTests {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final String EVENT = "{\"pieces\": [\"a\", \"b\"]}";

	@TempDir
	private Path directory;

	@Test
	void leavesNothingAndGoesOn() {
		Home home = Home.create(this.directory);
		List<ProcessHandle> lingering = killWhileTrying(home);
		assertThat(lingering).isNotEmpty();
		try (Program second = Program.start(home)) {
			second.site().awaitReady();
			assertThat(lingering).noneMatch(ProcessHandle::isAlive);
			HttpResponse<String> page = second.site().attempt(Work.starter(), EVENT);
			assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
			assertThat(second.output()).noneMatch((line) -> line.contains("ERROR"));
		}
		assertThat(home.processes()).isEmpty();
		assertThat(home.workingFiles()).isEmpty();
	}

	private static List<ProcessHandle> killWhileTrying(Home home) {
		try (Program first = Program.start(home)) {
			first.site().awaitReady();
			HttpResponse<String> page = first.site().attempt(Work.starter().startingWith(sleeping("4712")), EVENT);
			assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
			Work waiting = Work.solution("charge-once", "python", "conditional-put")
				.startingWith(sleeping("4713") + "subprocess.run([\"sleep\", \"9\"])\n");
			Thread.ofVirtual()
				.start(() -> assertThatThrownBy(() -> first.site().attempt(waiting, "{}"))
					.isInstanceOf(UncheckedIOException.class));
			Awaitility.await().atMost(PATIENCE).until(() -> isRunning(home, "sleep 4713"));
			assertThat(isRunning(home, "sleep 4712")).isTrue();
			first.kill();
		}
		return home.processes();
	}

	private static boolean isRunning(Home home, String command) {
		return home.processes()
			.stream()
			.anyMatch((process) -> process.info().commandLine().orElse("").contains(command));
	}

	// In a session of its own, which nobody ends who only ends the function.
	private static String sleeping(String seconds) {
		return """
				import subprocess

				subprocess.Popen(["sleep", "%s"], start_new_session=True)

				""".formatted(seconds);
	}

}
