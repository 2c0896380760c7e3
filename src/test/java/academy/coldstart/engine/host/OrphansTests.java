package academy.coldstart.engine.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.coldstart.engine.fleet.EmulatorSettings;
import academy.coldstart.process.ChildProcess;
import academy.coldstart.process.Command;
import academy.coldstart.process.ProcessFolder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class OrphansTests {

	@TempDir
	private Path instances = Path.of("");

	@Test
	void endsTheProcessesOfAnApplicationThatIsGone() throws IOException {
		Path root = Files.createDirectory(this.instances.resolve(InstanceDirectory.PREFIX + UUID.randomUUID()));
		ChildProcess process = processOf(root);
		Orphans.end(this.instances);
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
		assertThat(root).doesNotExist();
	}

	@Test
	void leavesTheInstancesOfARunningApplicationAlone() throws IOException {
		try (ProcessFolder folder = ProcessFolder.create(this.instances, InstanceDirectory.PREFIX)) {
			ChildProcess process = processOf(folder.path());
			try {
				Orphans.end(this.instances);
				assertThat(process.isAlive()).isTrue();
				assertThat(folder.path()).exists();
			}
			finally {
				process.stop(Duration.ZERO);
			}
		}
	}

	private static ChildProcess processOf(Path root) {
		ChildProcess process = ChildProcess.start(new Command(List.of("sleep", "60"), Path.of("/"),
				Map.of("PATH", "/usr/bin:/bin", EmulatorSettings.ROOT, root.toString())));
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.until(() -> Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).startsWith("sleep"));
		return process;
	}

}
