package academy.coldstart.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessFolderIntegrationTests {

	@TempDir
	private Path base;

	private final List<Path> removed = new ArrayList<>();

	@Test
	void removesTheFolderOfAKilledProcessAndNotThatOfALivingOne() throws Exception {
		ChildProcess first = start();
		ChildProcess second = start();
		try {
			Path killed = announced(first);
			Path living = announced(second);
			sweep();
			assertThat(this.removed).isEmpty();
			first.signal(Signal.KILL);
			first.exit().get();
			sweep();
			assertThat(this.removed).containsExactly(killed);
			assertThat(killed.resolveSibling(killed.getFileName() + ".lock")).doesNotExist();
			assertThat(living).exists();
		}
		finally {
			first.signal(Signal.KILL);
			second.signal(Signal.KILL);
		}
	}

	@Test
	void keepsAFolderOfThisProcessHoweverOftenItIsLookedAt() throws IOException {
		ProcessFolder folder = ProcessFolder.create(this.base, "owned-");
		sweep();
		sweep();
		assertThat(this.removed).isEmpty();
		folder.close();
		sweep();
		assertThat(this.removed).containsExactly(folder.path());
	}

	@Test
	void leavesLinksAndOtherNamesAlone() throws IOException {
		Path precious = Files.createDirectory(this.base.resolve("precious"));
		Path link = Files.createSymbolicLink(this.base.resolve("owned-" + UUID.randomUUID()), precious);
		Path notes = Files.createDirectory(this.base.resolve("owned-notes"));
		sweep();
		assertThat(this.removed).isEmpty();
		assertThat(precious).exists();
		assertThat(link).exists();
		assertThat(notes).exists();
	}

	@Test
	void removesALockWithoutAFolder() throws IOException {
		Path lock = Files.createFile(this.base.resolve("owned-" + UUID.randomUUID() + ".lock"));
		sweep();
		assertThat(lock).doesNotExist();
		assertThat(this.removed).isEmpty();
	}

	@Test
	void goesOnWhenOneFolderCannotBeRemoved() throws IOException {
		Files.createDirectory(this.base.resolve("owned-" + UUID.randomUUID()));
		Files.createDirectory(this.base.resolve("owned-" + UUID.randomUUID()));
		ProcessFolder.removeAbandoned(this.base, "owned-", (path) -> {
			this.removed.add(path);
			throw new IllegalStateException("It is held by something");
		});
		assertThat(this.removed).hasSize(2);
	}

	private void sweep() {
		ProcessFolder.removeAbandoned(this.base, "owned-", (path) -> {
			this.removed.add(path);
			path.toFile().delete();
		});
	}

	private ChildProcess start() {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		return ChildProcess.start(new Command(
				List.of(java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
						FolderOwner.class.getName(), this.base.toString()),
				this.base, Map.of("PATH", "/usr/bin:/bin")));
	}

	private static Path announced(ChildProcess program) throws IOException {
		BufferedReader lines = new BufferedReader(
				new InputStreamReader(program.standardOutput(), StandardCharsets.UTF_8));
		return lines.lines()
			.filter((line) -> line.startsWith("folder "))
			.map((line) -> Path.of(line.substring(7)))
			.findFirst()
			.orElseThrow();
	}

}
