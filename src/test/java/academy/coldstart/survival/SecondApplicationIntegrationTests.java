package academy.coldstart.survival;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody starts Coldstart a second time for the same installation.
 */
class SecondApplicationIntegrationTests {

	@TempDir
	private Path directory;

	@Test
	void refusesInOneSentenceAndDisturbsNothing() {
		Home home = Home.create(this.directory);
		Work work = Work.solution("hello-larkspur", "python", "count-pieces");
		try (Program first = Program.start(home)) {
			String submission = first.site().submit(work);
			try (Program second = Program.launch(home)) {
				assertThat(second.exit()).isEqualTo(3);
				assertThat(second.output()).filteredOn((line) -> !line.startsWith("Listening for transport"))
					.first()
					.asString()
					.isEqualTo("Coldstart is running already for %s: process %d has its database open."
						.formatted(home.path(), first.handle().pid()));
				assertThat(second.output())
					.contains("Use the Coldstart that is running, or stop it with: kill " + first.handle().pid());
				assertThat(second.tail()).doesNotContain("\tat ", "Exception");
			}
			work.assertGraded(first.site().awaitReport(submission));
			assertThat(first.output()).filteredOn((line) -> line.contains("ERROR") || line.contains("WARN"))
				.allSatisfy((line) -> assertThat(line).contains("There is no sandbox."));
		}
		assertThat(home.workingFiles()).isEmpty();
	}

}
