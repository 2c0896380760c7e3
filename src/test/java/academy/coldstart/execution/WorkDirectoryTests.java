package academy.coldstart.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WorkDirectoryTests {

	/** Linux gives no process an id above 4194304. */
	private static final long NO_PROCESS = 4_194_999;

	@TempDir
	private Path base;

	@Test
	void deletesWhatADeadHostLeft() throws IOException {
		Path abandoned = Files.createDirectory(this.base.resolve("coldstart-" + NO_PROCESS + "-0123abcd"));
		Files.writeString(abandoned.resolve("file"), "x");
		Path living = Files
			.createDirectory(this.base.resolve("coldstart-" + ProcessHandle.current().pid() + "-0123abcd"));
		Path foreign = Files.createDirectory(this.base.resolve("coldstart-notes"));
		try (WorkDirectory directory = new WorkDirectory(this.base)) {
			assertThat(abandoned).doesNotExist();
			assertThat(living).exists();
			assertThat(foreign).exists();
			assertThat(directory.path()).exists();
		}
	}

	@Test
	void deletesItselfWhenClosed() {
		WorkDirectory directory = new WorkDirectory(this.base);
		directory.make("environments");
		directory.close();
		assertThat(this.base).isEmptyDirectory();
	}

}
