package academy.coldstart.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import academy.coldstart.process.ProcessFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WorkDirectoryTests {

	@TempDir
	private Path base;

	@Test
	void deletesWhatADeadHostLeft() throws IOException {
		Path abandoned = Files.createDirectory(this.base.resolve("coldstart-" + UUID.randomUUID()));
		Files.writeString(abandoned.resolve("file"), "x");
		Path foreign = Files.createDirectory(this.base.resolve("coldstart-notes"));
		try (ProcessFolder living = ProcessFolder.create(this.base, "coldstart-");
				WorkDirectory directory = new WorkDirectory(this.base)) {
			assertThat(abandoned).doesNotExist();
			assertThat(living.path()).exists();
			assertThat(foreign).exists();
			assertThat(directory.path()).exists();
			Files.delete(living.path());
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
